import { z } from 'zod';

import type { CallMay, CallSummary, SeriesReference } from '#lib/views.ts';

/** How far the end of a call has come, as its page asks for it again and again. */
export const closingProgressSchema = z.object({
  step: z.enum(['pictures', 'edition', 'seal', 'done']),
  pictures: z.object({
    done: z.number(),
    /** Null until they were counted. */
    of: z.number().nullable(),
    missing: z.number(),
  }),
  /** Whether the last try failed, and the next is to come. */
  stuck: z.boolean(),
});

export type ClosingProgress = z.infer<typeof closingProgressSchema>;

/** A call that has ended and has no record: yet, or for good, when it was not held. */
export interface EndedView {
  readonly series: SeriesReference;
  readonly call: CallSummary;
  /** Null for a call that was not held. */
  readonly progress: ClosingProgress | null;
  /** Until when the call can be resumed, for who may; else null. */
  readonly resumableUntil: string | null;
  readonly may: CallMay;
  /** Take back that it was not held. */
  readonly reopen: boolean;
}

/** What became of a call that was left to itself. */
export const callOutcomeSchema = z.enum(['not_held', 'not_presented', 'closed_by_itself']);

export type CallOutcome = z.infer<typeof callOutcomeSchema>;
