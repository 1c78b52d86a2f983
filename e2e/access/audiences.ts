import type { SeriesAudiences } from '#lib/access.ts';

/** The kinds of series that the tables ask in: each says differently who may read and write. */
export const AUDIENCES = {
  /** Everything for members; whoever holds a write link writes. */
  closed: { readDecks: 'members', readLive: 'members', readRecords: 'members', write: 'link' },
  /** Everything for whoever holds a link. */
  'by link': { readDecks: 'link', readLive: 'link', readRecords: 'link', write: 'link' },
  /** As a new series is: decks for members, calls and records for everybody. A write link opens nothing. */
  usual: { readDecks: 'members', readLive: 'public', readRecords: 'public', write: 'members' },
  /** Everything for everybody; whoever has an account writes. */
  open: { readDecks: 'public', readLive: 'public', readRecords: 'public', write: 'signed_in' },
} as const satisfies Readonly<Record<string, SeriesAudiences>>;

export type Openness = keyof typeof AUDIENCES;

/** All kinds, in the order of the tables. */
export const OPENNESS = ['closed', 'by link', 'usual', 'open'] as const satisfies readonly Openness[];
