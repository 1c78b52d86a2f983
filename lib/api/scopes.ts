import { z } from 'zod';
import { nameSchema } from '#lib/account-form.ts';

/** What an API token may do. Each is given by itself: to write says nothing of reading. */
export const scopeSchema = z.enum(['read', 'people', 'write', 'plan', 'sync']);
export type Scope = z.infer<typeof scopeSchema>;

/** The form of a new token. `days` until it ends by itself; 0 for never. */
export const tokenFormSchema = z.object({
  name: nameSchema,
  scopes: z.array(scopeSchema).min(1, { message: 'scopes' }),
  days: z.coerce
    .number({ message: 'days' })
    .int({ message: 'days' })
    .min(0, { message: 'days' })
    .max(3_650, { message: 'days' })
    .default(90),
});
export type TokenForm = z.infer<typeof tokenFormSchema>;

/** A token as those who may end it see it; itself it is shown once, when it is made. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
  /** To five minutes. */
  readonly lastUsedAt: string | null;
}
