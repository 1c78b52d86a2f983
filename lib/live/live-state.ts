import { z } from 'zod';

/** Slides that stand in no text. */
const generatedSchema = z.literal('agenda');

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

/** Who presents: shown by name, checked by id. Null while nobody does. */
const presenterSchema = z.object({ personId: z.string(), name: z.string() });

/** The server-owned state of a live call. `version` rises by one with every change. Instants are ISO 8601. */
export const liveStateSchema = z.object({
  version: z.number().int().positive(),
  startedAt: z.string(),
  presenter: presenterSchema.nullable(),
  position: livePositionSchema.nullable(),
  blank: z.boolean(),
});
export type LiveState = z.infer<typeof liveStateSchema>;

/** What a person asks of the live call (client to server). The server checks the role at each. */
export const liveRequestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('move'),
    slide: z.object({ anchor: z.string().max(512), hash: z.string().max(64) }),
    fragment: z.number().int().min(-1).max(1000),
    generated: generatedSchema.optional(),
  }),
  z.object({ type: z.literal('present') }),
  z.object({ type: z.literal('blank'), blank: z.boolean() }),
]);
export type LiveRequest = z.infer<typeof liveRequestSchema>;

/** What the server tells everybody (server to client): the state, or that no call is live on this deck. */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: liveStateSchema }),
  z.object({ type: z.literal('refused'), reason: z.string() }),
  z.object({ type: z.literal('off') }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;
