import { z } from 'zod';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { message: 'email' })
  .pipe(z.email({ message: 'email' }));
const next = z.string().max(2000).default('/');

/** What the sign-in form sends. Its issue messages are codes. */
export const signInFormSchema = z.object({
  email,
  password: z.string().min(1, { message: 'passwordMissing' }).max(128, { message: 'passwordMissing' }),
  next,
});

/** What the forms send that ask for a mail: with a link to sign in, or to choose a new password. */
export const mailFormSchema = z.object({ email, next });

/** What the form for one's own password sends. `current` is empty where there is none yet. */
export const passwordFormSchema = z.object({
  current: z.string().max(128, { message: 'current' }).default(''),
  password: z.string().max(1000, { message: 'password' }),
});
