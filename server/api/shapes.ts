import { z } from 'zod';
import { callOutcomeSchema } from '#lib/closing/closing-views.ts';
import type { CallSummary } from '#lib/views.ts';

/** Shapes that several operations answer or take. Addresses are whole; instants ISO 8601 in UTC. */

const slug = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9-]+$/, 'A series is named as in its address.');
const callDate = z
  .string()
  .max(20)
  .regex(/^\d{4}-\d{2}-\d{2}(?:-\d+)?$/, 'A call is named as in its address, 2024-12-12 or 2024-12-12-2.');

export const seriesParams = z.object({ series: slug });
export const callParams = z.object({ series: slug, call: callDate });
export const deckParams = z.object({
  deck: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[A-Za-z0-9-]+$/, 'A deck is named by its id.'),
});

/** Lists come in parts: `cursor` is the `next` of the part before. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: callDate.optional(),
});
export const nextCursor = z.string().nullable().describe('Pass it as cursor for the next part; null at the end.');

export const callShape = z.object({
  call: z.string().describe('Its name within the series, such as 2024-12-12.'),
  title: z.string(),
  state: z.enum(['planned', 'live', 'ended']),
  outcome: callOutcomeSchema.nullable().describe('What became of a call that nobody started or ended; else null.'),
  startsAt: z.iso.datetime(),
  timeZone: z.string(),
  hasTime: z.boolean().describe('False when only the day is known; then startsAt is noon.'),
  address: z.url(),
});

/** A call as the API says it. */
export function callOf(
  { address, title, state, outcome, when, addresses }: CallSummary,
  site: string,
): z.infer<typeof callShape> {
  const { at, timeZone, hasTime } = when;
  return { call: address, title, state, outcome, startsAt: at, timeZone, hasTime, address: site + addresses.call };
}
