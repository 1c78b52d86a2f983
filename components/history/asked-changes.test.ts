import { expect, test } from 'vitest';
import type { HistoryPerson, HistoryView } from '#lib/history/history-views.ts';
import { askUndo } from './asked-changes.ts';

const ada: HistoryPerson = { id: 'ada', name: 'Ada', hue: 10, guest: false };
const larry: HistoryPerson = { id: 'larry', name: 'Larry', hue: 20, guest: true };
const since = { row: 7, time: '14:51' };

/** As much of a page as the question needs. */
const seenBy = (you: HistoryPerson | null, undoOthers: boolean, frozen = false) =>
  ({ you, may: { undoOthers }, deck: { frozen } }) as HistoryView;

test('hosts undo anybody’s edits, everybody their own, and nobody those of a record', () => {
  expect(askUndo(seenBy(ada, true), larry, since)?.question).toBe('Undo all that Larry wrote since 14:51?');
  expect(askUndo(seenBy(ada, false), larry, since)).toBeNull();
  expect(askUndo(seenBy(larry, false), larry, since)?.question).toBe('Undo all that you wrote since 14:51?');
  expect(askUndo(seenBy(null, false), larry, since)).toBeNull();
  expect(askUndo(seenBy(ada, true, true), larry, since)).toBeNull();
});
