import { z } from 'zod';

const madeSchema = z.object({
  outcome: z.literal('made'),
  type: z.enum(['image/jpeg', 'image/webp', 'image/svg+xml']),
  extension: z.enum(['jpg', 'webp', 'svg']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

/** What it answers, once for each job; `rss` are the bytes of memory that it has by then. */
export const pictureReplySchema = z.intersection(
  z.discriminatedUnion('outcome', [
    madeSchema,
    z.object({ outcome: z.literal('refused'), code: z.enum(['invalid', 'too-large']), message: z.string() }),
    z.object({ outcome: z.literal('failed'), error: z.string() }),
  ]),
  z.object({ rss: z.number() }),
);
export type PictureReply = z.infer<typeof pictureReplySchema>;
export type MadePicture = Omit<z.infer<typeof madeSchema>, 'outcome'>;
