import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { TextEdit } from '#lib/slides/deck-model.ts';
import type { DeckView } from '#lib/views.ts';

/** What the menu of a picture needs of the deck that it is in. */
export interface PictureHost {
  readonly models: DeckModelStore;
  readonly pictures: DeckView['pictures'];
  /** Running number of the slide that a picture from behind all slides goes to. */
  readonly slide: () => number;
  /** Writes edits of this text as one step of undo; false when the text is another one by now, or may not be written. */
  readonly write: (edits: readonly TextEdit[], text: string) => boolean;
}
