import * as Y from 'yjs';
import { itemsOf } from './items.ts';

/** Shorter stretches are found in many texts by chance. */
const SHORTEST = 8;
const MOST_STRETCHES = 20;

/**
 * The longest stretches that an event takes out of a text, read while it is told of: later Yjs has forgotten them. Empty when all
 * together are shorter than `least`; asking costs nothing then.
 */
export function removedStretches({ target, transaction }: Y.YTextEvent, least: number): readonly string[] {
  const { deleteSet } = transaction;
  const removed = [...deleteSet.clients.values()].flat().reduce((sum, { len }) => sum + len, 0);
  if (removed < least) return [];
  const stretches: string[] = [];
  let stretch = '';
  for (const item of itemsOf(target)) {
    const goes = item.deleted && Y.isDeleted(deleteSet, item.id);
    // What came and went with the same event, or had gone before, was never between the words.
    if (goes && item.content instanceof Y.ContentString && !isNew(item, transaction)) stretch += item.content.str;
    else if (!item.deleted && !isNew(item, transaction)) {
      stretches.push(stretch);
      stretch = '';
    }
  }
  return [...stretches, stretch]
    .filter((each) => each.trim().length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_STRETCHES);
}

function isNew({ id: { client, clock } }: Y.Item, { beforeState }: Y.Transaction): boolean {
  return clock >= (beforeState.get(client) ?? 0);
}
