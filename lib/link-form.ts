import { z } from 'zod';
import { nameSchema } from './account-form.ts';

/** A link that a host makes: what it lets its holder do, and what it is called among the hosts. */
export const linkFormSchema = z.object({
  grant: z.enum(['read', 'write']),
  name: nameSchema,
  /** For how many days it counts; 0 until it is ended. */
  days: z.coerce.number().int().min(0).max(365).default(0),
});
