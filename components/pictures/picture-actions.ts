import type { KeepCopy } from '#components/workspace/copies-store.ts';
import type { TitleChange, TitleChoices } from '#lib/pictures/title-picture.ts';

/** What pages ask the server about the pictures of a deck. */
export interface PictureActions {
  readonly keepCopy: KeepCopy;
  /** Keeps for the series what a picture shows; answers null, or why not. */
  readonly describe: (key: string, alt: string) => Promise<string | null>;
  /** What the deck's call could open with. */
  readonly titles: () => Promise<{ readonly choices: TitleChoices } | { readonly refusal: string }>;
  /** Answers null, or why not. */
  readonly setTitle: (change: TitleChange) => Promise<string | null>;
}
