import { z } from 'zod';
import { nameSchema } from '#lib/account-form.ts';
import { sectionStatusSchema } from './running-order.ts';

/** Nobody plans more than eight hours for one section. */
export const MOST_PLANNED_SECONDS = 8 * 60 * 60;

const personId = z.uuid({ message: 'person' });

/** Whom a section is given to: somebody by id, or a name or handle that nobody has yet. */
const personChoiceSchema = z.union([
  z.object({ personId }),
  z.object({ name: nameSchema.max(80, { message: 'name' }) }),
]);
export type PersonChoice = z.infer<typeof personChoiceSchema>;

/** One change of one section. Issue messages are codes, or a sentence. `skip`, `time` and `team` are a host's. */
export const sectionChangeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), status: sectionStatusSchema }),
  /** The one who asks reports. */
  z.object({ type: z.literal('take') }),
  z.object({ type: z.literal('reporter'), to: personChoiceSchema.nullable() }),
  z.object({ type: z.literal('deputy'), to: personChoiceSchema.nullable() }),
  z.object({ type: z.literal('skip'), skipped: z.boolean() }),
  z.object({
    type: z.literal('time'),
    seconds: z.number().int().min(0, { message: 'time' }).max(MOST_PLANNED_SECONDS, { message: 'time' }).nullable(),
  }),
  /** The section is that team's, whatever its heading says; null leaves it to the heading. */
  z.object({ type: z.literal('team'), teamId: z.uuid({ message: 'team' }).nullable() }),
]);
export type SectionChange = z.infer<typeof sectionChangeSchema>;
