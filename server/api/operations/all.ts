import type { Operation } from '#server/api/operation.ts';
import { deckOperations } from './decks.ts';
import { recordOperations } from './records.ts';
import { searchOperations } from './search.ts';
import { seriesOperations } from './series.ts';

/** Everything that the HTTP API can do, in the order in which it is told. */
export const OPERATIONS: readonly Operation[] = [
  ...seriesOperations,
  ...deckOperations,
  ...recordOperations,
  ...searchOperations,
];
