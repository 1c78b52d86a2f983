import { z } from 'zod';

/** A picture that has come in: it is safe, and the text may name it. */
export const uploadedPictureSchema = z.object({
  key: z.string(),
  extension: z.string(),
  /** As a text names it, `assets/<key>.<extension>`. */
  reference: z.string(),
  /** What it shows, when somebody has said so before. */
  alt: z.string(),
  name: z.string(),
});
export type UploadedPicture = z.infer<typeof uploadedPictureSchema>;

/** What the server answers to a file that was brought. */
export const uploadAnswerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('kept'), picture: uploadedPictureSchema }),
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type UploadAnswer = z.infer<typeof uploadAnswerSchema>;
