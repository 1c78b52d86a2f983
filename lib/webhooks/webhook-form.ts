import { z } from 'zod';

/** Where messages are sent to. */
export const webhookFormSchema = z.object({
  address: z
    .string()
    .trim()
    .max(2_000)
    .refine((written) => {
      if (!URL.canParse(written)) return false;
      const { protocol, username, password } = new URL(written);
      return (protocol === 'https:' || protocol === 'http:') && username + password === '';
    }),
});

export type WebhookForm = z.infer<typeof webhookFormSchema>;
