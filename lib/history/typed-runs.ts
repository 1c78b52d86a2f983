import * as Y from 'yjs';
import { itemsOf } from '#lib/deck/items.ts';
import type { TypedRun } from './blame-lines.ts';

/** The characters that a text shows, in its order, with the ids that they were typed under. */
export function* typedRuns(text: Y.Text): Iterable<TypedRun> {
  for (const { deleted, content, id } of itemsOf(text))
    if (!deleted && content instanceof Y.ContentString) yield { client: id.client, clock: id.clock, text: content.str };
}
