import { z } from 'zod';

import { liveSaidSchema } from './live-said.ts';

const seq = z.number().int().nonnegative();

/** Everything that processes tell each other, topic by topic. Each is a doorbell: whoever misses it reads the database. */
export const topics = {
  /** A deck's log grew from `fromSeq` to `toSeq`; `data` (base64) holds all of it, or is null when that is too long. */
  'deck.appended': z.object({
    deckId: z.string(),
    fromSeq: seq,
    toSeq: seq,
    data: z.string().nullable(),
    from: z.string(),
  }),
  /** Whose client ids of a deck are, as the database says: whoever misses it reads it there. */
  'deck.owned': z.object({
    deckId: z.string(),
    owners: z.array(z.object({ clientId: seq, personId: z.string() })),
  }),
  /** Somebody wants everything typed so far committed; each process answers with `deck.flushed` and the same `reply`. */
  'deck.flush': z.object({ deckId: z.string(), reply: z.string() }),
  'deck.flushed': z.object({ deckId: z.string(), reply: z.string() }),
  /** The deck's call started, ended or was resumed, or its live state changed: rooms read those rows again. */
  'deck.state': z.object({ deckId: z.string() }),
  /** Sections of this deck, or without one the teams of this series, changed beside the text: rooms read those rows again. */
  'order.changed': z.object({ seriesId: z.string(), deckId: z.string().nullable() }),
  /** What clients of one process say of themselves; `state` is JSON, null when they left. */
  'deck.presence': z.object({
    deckId: z.string(),
    from: z.string(),
    entries: z.array(z.object({ clientId: seq, clock: seq, state: z.string().nullable() })),
  }),
  /** What of a live call is not stored: who is there, who points where. */
  'live.said': z.object({ deckId: z.string(), from: z.string(), said: liveSaidSchema }),
  /** Somebody took much out of a deck at once, with this row; `section` is null for most of the deck. */
  'deck.deletion': z.object({
    deckId: z.string(),
    personId: z.string().nullable(),
    by: z.string(),
    section: z.string().nullable(),
    seq,
    from: z.string(),
  }),
  /** Somebody's rights changed: rooms ask again for everybody concerned. */
  'access.changed': z.object({
    seriesId: z.string().optional(),
    personId: z.string().optional(),
    linkId: z.string().optional(),
  }),
  /** Rows beside the text changed: open pages of that series, or of that call, read them again. */
  'rows.changed': z.object({
    seriesId: z.string(),
    callId: z.string().nullable(),
    what: z.string(),
  }),
} as const;

export type Topic = keyof typeof topics;

/** The message of a topic. */
export type Message<T extends Topic> = z.infer<(typeof topics)[T]>;
