import { z } from 'zod';

/** Slides that stand in no text. */
const generatedSchema = z.literal('agenda');

/** Milliseconds for which a presenter whose connection is gone keeps the baton. */
export const BATON_GRACE_MS = 60_000;

/** So many people can wait for the baton. */
export const MOST_REQUESTS = 10;

/**
 * Where the stage stands, as a slide and not as a number: the slide's separator as a Yjs relative position (base64), the
 * hash of its source and its heading to find it again after it was moved, and how many of its fragments are shown.
 * `slide` is the running number at the log number `seq`, a hint for clients whose text is not yet there. `generated` means the slide
 * that is made of rows and follows it on the stage.
 */
const livePositionSchema = z.object({
  anchor: z.string().max(512),
  hash: z.string().max(64),
  heading: z.string().max(500),
  slide: z.number().int().nonnegative(),
  fragment: z.number().int().min(-1).max(1000),
  seq: z.number().int().nonnegative(),
  generated: generatedSchema.nullable().default(null),
});
export type LivePosition = z.infer<typeof livePositionSchema>;

/** Somebody in the call: shown by name, checked by id. */
const livePersonSchema = z.object({ personId: z.string(), name: z.string() });
export type LivePerson = z.infer<typeof livePersonSchema>;

/** The server-owned state of a live call. `version` rises by one with every change. Instants are ISO 8601. */
export const liveStateSchema = z.object({
  version: z.number().int().positive(),
  startedAt: z.string(),
  /** Who holds the baton, or null while nobody does. */
  presenter: livePersonSchema.nullable(),
  /** Since when no page of the presenter is connected; the baton is free `BATON_GRACE_MS` later. */
  awaySince: z.string().nullable().default(null),
  /** Who would like the baton, first come first. */
  requests: z.array(livePersonSchema).max(MOST_REQUESTS).default([]),
  /** The baton is offered to the reporter of the section on the stage (by its title): until they answer, or the stage leaves it. */
  offer: z.object({ to: livePersonSchema, section: z.string() }).nullable().default(null),
  position: livePositionSchema.nullable(),
  /** Id of the row of the section that is on the stage; null for slides before the first, and until a row is known. */
  section: z.string().nullable().default(null),
  /** The slide that was on the stage was taken out: its heading ('' for none). What is shown stands in until the presenter moves on. */
  gone: z.string().nullable().default(null),
  blank: z.boolean(),
  /** Since when the clock stands still, and for how many milliseconds it did before. */
  pausedAt: z.string().nullable().default(null),
  pausedMs: z.number().nonnegative().default(0),
  /** Only hosts, and who reports the section on the stage, write in the deck. */
  held: z.boolean().default(false),
});
export type LiveState = z.infer<typeof liveStateSchema>;

/** The state with which a call begins. */
export function firstLiveState(startedAt: string): LiveState {
  return liveStateSchema.parse({ version: 1, startedAt, presenter: null, position: null, blank: false });
}

/** Milliseconds on the stage by section (id of its row), and since when (ISO 8601) the one there now counts on top of its own; null while paused. */
export const sectionTimesSchema = z.object({
  spent: z.record(z.string(), z.number().nonnegative()),
  since: z.string().nullable(),
});
export type SectionTimes = z.infer<typeof sectionTimesSchema>;

/** What only those see who may present: how long sections took, how many people follow, and who said hello. */
const liveDeskSchema = z.object({
  times: sectionTimesSchema,
  /** Connections that only follow. */
  following: z.number().int().nonnegative(),
  /** Newest last. */
  hellos: z.array(z.object({ name: z.string(), at: z.string() })),
});
export type LiveDesk = z.infer<typeof liveDeskSchema>;

/** A place on the slide on the stage, as parts of its width and height. */
const pointSchema = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type LivePoint = z.infer<typeof pointSchema>;

/** Characters of a name that somebody says hello with. */
export const LONGEST_HELLO = 60;

/** What a person asks of the live call (client to server). The server checks the role at each. */
export const liveRequestSchema = z.discriminatedUnion('type', [
  /** Moves the stage: for the holder of the baton, who takes it with this while nobody holds it. */
  z.object({
    type: z.literal('move'),
    slide: z.object({ anchor: z.string().max(512), hash: z.string().max(64) }),
    fragment: z.number().int().min(-1).max(1000),
    generated: generatedSchema.optional(),
  }),
  z.object({ type: z.literal('blank'), blank: z.boolean() }),
  /** Stops the clock and lets it go on: for the holder. */
  z.object({ type: z.literal('pause'), paused: z.boolean() }),
  /** A light that follows the holder's finger; null puts it out. Never stored. */
  z.object({ type: z.literal('point'), at: pointSchema.nullable() }),
  /** Takes the baton: when it is free, or from somebody else by a host. */
  z.object({ type: z.literal('present') }),
  /** Asks for the baton, or no longer. */
  z.object({ type: z.literal('ask'), wanted: z.boolean() }),
  /** Hands it over to somebody who is here and may present: for the holder and hosts. */
  z.object({ type: z.literal('give'), personId: z.string().max(64) }),
  /** Lays it down: for the holder, and for hosts while the holder is away. */
  z.object({ type: z.literal('release') }),
  /** Answers an offer, for whom it was made; the holder takes it back by declining. */
  z.object({ type: z.literal('answer'), accept: z.boolean() }),
  /** Lets only hosts and the current section's reporter write, or everybody again: for hosts. */
  z.object({ type: z.literal('hold'), held: z.boolean() }),
  /** Somebody of the audience is here for the first time: told to those who may present, and kept in the record if they want that. */
  z.object({
    type: z.literal('hello'),
    // Without what nobody sees and what turns the direction: a name is read out.
    name: z
      .string()
      .max(LONGEST_HELLO * 4)
      .transform((name) =>
        name
          .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
          .trim()
          .slice(0, LONGEST_HELLO),
      )
      .pipe(z.string().min(1)),
    keep: z.boolean(),
  }),
]);
export type LiveRequest = z.infer<typeof liveRequestSchema>;

/** Why the server did not do what was asked. */
export const liveRefusalReasonSchema = z.enum([
  'not-live',
  'not-allowed',
  'not-presenting',
  'not-here',
  'no-offer',
  'once',
  'busy',
]);
export type LiveRefusalReason = z.infer<typeof liveRefusalReasonSchema>;

/** What the server tells (server to client): the state or that no call is live to everybody, the desk to those who may present. */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: liveStateSchema }),
  z.object({ type: z.literal('desk'), desk: liveDeskSchema }),
  z.object({ type: z.literal('point'), at: pointSchema.nullable() }),
  /** Your hello was told, and, with `kept`, will be in the record. */
  z.object({ type: z.literal('greeted'), kept: z.boolean() }),
  z.object({ type: z.literal('refused'), reason: liveRefusalReasonSchema }),
  z.object({ type: z.literal('off') }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;
