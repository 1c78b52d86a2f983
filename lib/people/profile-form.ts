import { z } from 'zod';
import { nameSchema } from '#lib/account-form.ts';

/** A GitHub login, with or without the `@`; empty for none. */
const handleSchema = z
  .string()
  .trim()
  .transform((text) => text.replace(/^@/, ''))
  .pipe(
    z.union([
      z.literal(''),
      z.string().regex(/^[a-z\d](?:-?[a-z\d]){0,38}$/i, 'A handle is a GitHub login, such as @ada.'),
    ]),
  )
  .transform((text) => (text === '' ? null : text));

/** What people say of themselves. `hue` in degrees on the colour wheel. */
export const profileFormSchema = z.object({
  name: nameSchema,
  handle: handleSchema,
  hue: z.coerce
    .number({ message: 'Choose a colour.' })
    .int('Choose a colour.')
    .min(0, 'Choose a colour.')
    .max(359, 'Choose a colour.'),
});
