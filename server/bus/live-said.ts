import { z } from 'zod';

/** What processes tell each other of a live call that is not stored. */
export const liveSaidSchema = z.discriminatedUnion('type', [
  /** Whoever presents is connected to this one. */
  z.object({ type: z.literal('here'), personId: z.string() }),
  /** So many connections only follow there. */
  z.object({ type: z.literal('following'), count: z.number().int().nonnegative() }),
  z.object({ type: z.literal('hello'), name: z.string(), at: z.string() }),
  z.object({ type: z.literal('point'), at: z.object({ x: z.number(), y: z.number() }).nullable() }),
]);
export type LiveSaid = z.infer<typeof liveSaidSchema>;
