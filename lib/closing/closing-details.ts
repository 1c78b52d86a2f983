import { z } from 'zod';

const missingPictureSchema = z.object({
  /** As the text has it. */
  address: z.string(),
  /** Why it could not be had, for people. */
  why: z.string(),
  /** What helps: asking once more, another picture, or that whoever runs Plenum allows the server. */
  help: z.enum(['retry', 'replace', 'allow']),
});

/** A picture that a record lacks. */
export type MissingPicture = z.infer<typeof missingPictureSchema>;

/** What a closing keeps beside its step, as it is stored. */
export const closingDetailsSchema = z.object({ missing: z.array(missingPictureSchema).default([]) });

export type ClosingDetails = z.infer<typeof closingDetailsSchema>;
