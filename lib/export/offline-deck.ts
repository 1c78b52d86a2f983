import * as z from 'zod/mini';
import { pageMessageSchema, type DeckMessage } from '#lib/stage/messages.ts';

const deckSchema = z.pipe(
  pageMessageSchema,
  z.transform((message, context): DeckMessage => {
    if (message.type === 'deck') return message;
    context.issues.push({ code: 'custom', message: 'no deck', input: message });
    return z.NEVER;
  }),
);

/** What the script of a file that presents offline finds in it. */
export const offlineDeckSchema = z.object({
  /** Markup of the frame with the stage. */
  frame: z.string(),
  /** The whole deck; its pictures are named by their numbers in the file. */
  message: deckSchema,
});
export type OfflineDeck = z.infer<typeof offlineDeckSchema>;
