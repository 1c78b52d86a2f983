import * as Y from 'yjs';
import { fromBase64 } from './base64.ts';
import { deckText } from './deck-doc.ts';
import { itemsOf } from './items.ts';

// The anchors of a deck are asked for at every key that is pressed.
const DECODED = new Map<string, Y.RelativePosition | null>();
const MOST_KNOWN = 2_000;

/**
 * Offsets (UTF-16) of many anchored characters, null where the character was deleted or is not known here: as
 * `resolveLivingAnchor`, but in one walk over the text for all of them.
 */
export function resolveAnchors(doc: Y.Doc, anchors: readonly string[]): readonly (number | null)[] {
  const text = deckText(doc);
  const positions = anchors.map(decode);
  const wanted = new Map<Y.Item, { readonly index: number; readonly within: number }[]>();
  const offsets = positions.map((position, index): number | null => {
    if (position === null) return null;
    if (position.item === null) return position.tname === null && position.type === null ? null : text.length;
    const found = livingItem(doc, position.item, text);
    if (found === null) return null;
    const places = wanted.get(found.item) ?? [];
    places.push({ index, within: found.within });
    wanted.set(found.item, places);
    return null;
  });
  let at = 0;
  let left = wanted.size;
  for (const item of itemsOf(text)) {
    if (left === 0) break;
    const places = wanted.get(item);
    if (places !== undefined) {
      for (const { index, within } of places) offsets[index] = at + within;
      left -= 1;
    }
    if (!item.deleted && item.countable) at += item.length;
  }
  return offsets;
}

function livingItem(doc: Y.Doc, id: Y.ID, text: Y.Text): { readonly item: Y.Item; readonly within: number } | null {
  if (Y.getState(doc.store, id.client) <= id.clock) return null;
  const item: Y.Item | Y.GC = Y.getItem(doc.store, id);
  if (!(item instanceof Y.Item) || item.deleted || item.parent !== text) return null;
  return { item, within: id.clock - item.id.clock };
}

function decode(anchor: string): Y.RelativePosition | null {
  const known = DECODED.get(anchor);
  if (known !== undefined) return known;
  if (DECODED.size >= MOST_KNOWN) DECODED.clear();
  const position = read(anchor);
  DECODED.set(anchor, position);
  return position;
}

function read(anchor: string): Y.RelativePosition | null {
  const bytes = fromBase64(anchor);
  if (bytes === null) return null;
  try {
    return Y.decodeRelativePosition(bytes);
  } catch {
    // An anchor is a client's claim: one that cannot be read leads nowhere.
    return null;
  }
}
