import { z } from 'zod';
import { audienceSchema, seriesRoleSchema, writeAudienceSchema } from '#lib/access.ts';
import { nameSchema } from '#lib/account-form.ts';

/** Issue messages of these schemas are codes: lib/messages/people has a sentence for each. */

const days = z.coerce
  .number({ message: 'days' })
  .int({ message: 'days' })
  .min(1, { message: 'days' })
  .max(365, { message: 'days' });

/** People to invite, one by one: each gets a link of their own. `people` is pasted text, `mail` sends it where there is an address. */
export const inviteFormSchema = z.object({
  people: z.string().min(1, { message: 'peopleMissing' }).max(40_000, { message: 'tooMany' }),
  role: seriesRoleSchema,
  days: days.default(14),
  mail: z.literal('on').optional(),
});

/** One link that makes many people members: its name among the hosts, and how long it is good for. */
export const openInvitationSchema = z.object({ name: nameSchema, role: seriesRoleSchema, days: days.default(14) });

/** Who may do what in a series. */
export const audiencesFormSchema = z.object({
  readDecks: audienceSchema,
  readLive: audienceSchema,
  readRecords: audienceSchema,
  write: writeAudienceSchema,
});
