import { expect, test } from 'vitest';
import type { EditsEntry, RevisionEntry } from '#lib/history/history-views.ts';
import { comparable, momentOf, revisionTitle } from './moment-words.ts';

const edits: EditsEntry = {
  type: 'edits',
  person: { id: 'larry', name: 'Larry', hue: 10, guest: true },
  from: 7,
  to: 9,
  startedAt: '2026-12-17T14:51:00Z',
  endedAt: '2026-12-17T14:57:00Z',
  sections: [],
};
const revision = (more: Partial<RevisionEntry>): RevisionEntry => ({
  type: 'revision',
  id: 'r',
  seq: 6,
  at: '2026-12-17T14:50:00Z',
  reason: 'rested',
  name: null,
  person: null,
  authors: [],
  ...more,
});

test('somebody’s edits stand for the moment before their first', () => {
  expect(momentOf(edits)).toEqual({ seq: 6, title: 'Before Larry’s first edit', at: edits.startedAt });
});

test('a moment can be compared with those after edits and before them, each once', () => {
  expect(comparable([edits, revision({})]).map(({ seq, title }) => [seq, title])).toEqual([
    [9, 'After Larry’s edits'],
    [6, 'Before Larry’s first edit'],
  ]);
});

test('a revision is called by its name, by what was done, or by what happened', () => {
  expect(revisionTitle(revision({ reason: 'named', name: 'Dry run' }))).toBe('“Dry run”');
  expect(revisionTitle(revision({ reason: 'restored', name: 'Team Ops' }))).toBe('Team Ops was restored');
  expect(revisionTitle(revision({ reason: 'undone', name: 'Larry' }))).toBe('What Larry wrote was undone');
  expect(revisionTitle(revision({ reason: 'restored' }))).toBe('Something was restored');
  expect(revisionTitle(revision({ reason: 'started' }))).toBe('The call started');
});
