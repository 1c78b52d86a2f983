import { z } from 'zod';

/** Text that people type as a name: one line, no control or direction marks, not empty. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(120, 'A name has at most 120 characters.')
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'A name cannot have invisible characters.');

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'That address is too long.')
  .pipe(z.email('Enter an e-mail address such as ada@example.org.'));

/** Same bounds as the accounts library is set to. */
export const passwordSchema = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(128, 'A password has at most 128 characters.');

/** The first account, and any made by hand. */
export const accountFormSchema = z.object({ name: nameSchema, email: emailSchema, password: passwordSchema });
export type AccountForm = z.infer<typeof accountFormSchema>;

/** The same where nobody signs in with a password: what stands there for one is empty. */
export function accountFormFor({ passwords }: { readonly passwords: boolean }): z.ZodType<AccountForm> {
  if (passwords) return accountFormSchema;
  return accountFormSchema.omit({ password: true }).transform((form) => ({ ...form, password: '' }));
}
