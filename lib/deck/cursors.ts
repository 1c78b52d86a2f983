import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { z } from 'zod';
import { deckText } from './deck-doc.ts';

/** Where somebody's cursor stands, in UTF-16 units, by page (client). */
export interface CursorPlace {
  readonly clientId: number;
  readonly offset: number;
}

// As y-codemirror.next writes it; somebody else's client may write anything.
const stateSchema = z.object({ cursor: z.object({ head: z.unknown() }) });

/** The cursors that pages of this deck, this one too, tell of. */
export function resolveCursors(doc: Y.Doc, awareness: Awareness): readonly CursorPlace[] {
  const places: CursorPlace[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const parsed = stateSchema.safeParse(state);
    const offset = parsed.success ? offsetOf(doc, parsed.data.cursor.head) : null;
    if (offset !== null) places.push({ clientId, offset });
  }
  return places;
}

function offsetOf(doc: Y.Doc, head: unknown): number | null {
  try {
    const absolute = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(head), doc, false);
    return absolute !== null && absolute.type === deckText(doc) ? absolute.index : null;
  } catch {
    // Not a position at all.
    return null;
  }
}
