import { pictureReferences } from '#lib/imports/picture-references.ts';
import { foreignAddress } from './foreign-address.ts';

/** Address in a text → where the copy that is kept of it is loaded. */
type Copies = Readonly<Record<string, string>>;

/** A picture on another server of which no copy is kept, and the decks of a series that show it. */
export interface ForeignPicture {
  /** As the texts have it. */
  readonly address: string;
  readonly decks: readonly {
    readonly id: string;
    /** Title of its call; null for the template. */
    readonly title: string | null;
    /** Path of its page. */
    readonly path: string;
  }[];
}

/** The copy of a foreign picture. */
export interface KeptCopy {
  /** As the texts have it. */
  readonly address: string;
  /** Where it is loaded (`/assets/…`). */
  readonly path: string;
}

/** What came of asking for one. */
export type CopyAnswer =
  | { readonly kept: KeptCopy }
  | {
      readonly refusal: string;
      /** Whether any other would be refused for the same reason. */
      readonly final: boolean;
    };

/** Whether an address leads to another server, and no copy is kept of what lies there. */
export function lacksCopy(written: string, copies: Copies): boolean {
  return !Object.hasOwn(copies, written) && foreignAddress(written) !== null;
}

/** The pictures in a deck's text that lie on other servers and of which no copy is kept, each once, as they are written there. */
export function foreignPicturesIn(text: string, copies: Copies): readonly string[] {
  return pictureReferences(text).filter((address) => lacksCopy(address, copies));
}
