import type * as Y from 'yjs';

/**
 * The items of a text in their order, those that were deleted too: Yjs' own list, which alone tells who wrote which character, and
 * lets many offsets be found in one walk.
 */
export function* itemsOf(text: Y.Text): Iterable<Y.Item> {
  // oxlint-disable-next-line no-underscore-dangle -- Yjs has no public name for the head of its list
  for (let item = text._start; item !== null; item = item.right) yield item;
}
