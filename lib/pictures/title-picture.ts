import { z } from 'zod';
import { isText } from '#lib/text-argument.ts';

/** The picture that a call opens with, behind its first slide. */
export const titlePictureSchema = z.object({
  /** As a text would name it, `assets/<key>.<extension>`. */
  reference: z.string(),
  /** Who made it, or where it is from; empty where nobody said. */
  credit: z.string(),
  /** How much of it shows through its veil, in per cent. */
  shows: z.number().int().min(0).max(100),
});
export type TitlePicture = z.infer<typeof titlePictureSchema>;

/** What somebody makes of it: another picture of the series or none (`key` null), its credit, its veil. */
export const titleChangeSchema = z.object({
  key: z.string().max(32).refine(isText).nullable(),
  credit: z.string().trim().max(200).refine(isText),
  shows: z.number().int().min(5).max(100),
});
export type TitleChange = z.infer<typeof titleChangeSchema>;

/** A picture of the series that a call could open with. */
export interface TitleCandidate {
  readonly key: string;
  readonly extension: string;
  readonly name: string;
  readonly alt: string;
  readonly credit: string;
}

/** What a call could open with. */
export interface TitleChoices {
  /** As it is now. */
  readonly now: { readonly picture: TitleCandidate; readonly shows: number } | null;
  /** The theme of the deck, whose paper the veil is made of. */
  readonly theme: string | undefined;
  /** What the call before opened with. */
  readonly last: TitleCandidate | null;
  /** Others of the series, newest first. */
  readonly recent: readonly TitleCandidate[];
}
