import { z } from 'zod';

/** What the sign-in form sends. Its issue messages are codes. */
export const signInFormSchema = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ message: 'email' })),
  password: z.string().min(1, { message: 'passwordMissing' }).max(128, { message: 'passwordMissing' }),
  next: z.string().max(2000).default('/'),
});
