import { MAX_PICTURE_BYTES } from '#lib/assets/asset-limits.ts';
import type { UploadedPicture } from '#lib/assets/upload-wire.ts';
import { messages } from '#lib/messages/en.ts';
import { pictureMarkdown } from '#lib/pictures/picture-markdown.ts';
import { Cell } from '#components/connection/cell.ts';
import type { SendPicture } from './send-picture.ts';

const words = messages.incoming.problems;
/** Whoever drops thirty photos still writes and hears of others meanwhile. */
const AT_ONCE = 2;

/** What has become of a file so far. */
export type IncomingState =
  | { readonly type: 'waiting' }
  /** `percent` of its bytes are sent. */
  | { readonly type: 'sending'; readonly percent: number }
  /** All of it is there, and made fit. */
  | { readonly type: 'keeping' }
  /** It is in the text, and nobody has said what it shows. */
  | { readonly type: 'undescribed'; readonly picture: UploadedPicture }
  /** `card`: a line that makes a card of it, once it is online. */
  | { readonly type: 'refused'; readonly message: string; readonly again: boolean; readonly card: string | null };

/** A file on its way into the text. */
export interface IncomingPicture {
  readonly id: string;
  readonly file: File;
  readonly state: IncomingState;
}

/** Where pictures will stand in the text, while they are on their way. */
export interface PicturePlaces {
  /** Keeps a place at an offset, or (null) where the cursor is: behind those that were kept there before. */
  readonly open: (id: string, name: string, at: number | null) => void;
  readonly progress: (id: string, percent: number) => void;
  /** Writes Markdown there as one step of undo; false when the text cannot be changed any more. */
  readonly fill: (id: string, markdown: string) => boolean;
  readonly close: (id: string) => void;
  /** Writes what a picture shows wherever the text shows it without a description. */
  readonly describe: (reference: string, alt: string) => void;
}

/** Keeps for the series what a picture shows. */
export type KeepDescription = (key: string, alt: string) => Promise<unknown>;

/** The pictures that come into one deck: each is named by the text the moment it is safe, and not before. */
export class IncomingPictures {
  readonly list = new Cell<readonly IncomingPicture[]>([]);
  /** The name of the last that came in, for whoever hears it. */
  readonly last = new Cell<string | null>(null);
  readonly #send: SendPicture;
  readonly #places: PicturePlaces;
  readonly #keepDescription: KeepDescription;
  readonly #going = new Map<string, AbortController>();

  constructor(send: SendPicture, places: PicturePlaces, keepDescription: KeepDescription) {
    this.#send = send;
    this.#places = places;
    this.#keepDescription = keepDescription;
  }

  /** Whether something would be lost if the page closed. */
  readonly underway = (): boolean =>
    this.list.getSnapshot().some(({ state: { type } }) => ['waiting', 'sending', 'keeping'].includes(type));

  /** Takes files, to stand at an offset of the text or (null) where the cursor is. */
  readonly take = (files: readonly File[], at: number | null): void => {
    const incoming = files.map((file) => ({ id: crypto.randomUUID(), file, state: firstState(file) }));
    for (const { id, file, state } of incoming) if (state.type === 'waiting') this.#places.open(id, file.name, at);
    this.list.set([...this.list.getSnapshot(), ...incoming]);
    this.#sendNext();
  };

  /** Breaks a file off, or puts away what is said of it. */
  readonly dismiss = (id: string): void => {
    this.#going.get(id)?.abort();
    this.#going.delete(id);
    this.#places.close(id);
    this.list.set(this.list.getSnapshot().filter((one) => one.id !== id));
    this.#sendNext();
  };

  readonly retry = (id: string): void => {
    const one = this.#one(id);
    if (one === undefined) return;
    this.#places.open(id, one.file.name, null);
    this.#become(id, { type: 'waiting' });
    this.#sendNext();
  };

  /** Writes a line that becomes a card where the cursor is. */
  readonly writeCard = (id: string, line: string): void => {
    this.#places.open(id, line, null);
    this.#places.fill(id, line);
    this.dismiss(id);
  };

  /** Writes what a picture shows; nothing when nothing was said. */
  readonly describe = (id: string, alt: string): void => {
    const state = this.#one(id)?.state;
    if (state?.type === 'undescribed' && alt.trim() !== '') {
      this.#places.describe(state.picture.reference, alt);
      // The text has it; that the series does not know it for the next time is nothing to stop anybody for.
      this.#keepDescription(state.picture.key, alt).catch(() => undefined);
    }
    this.dismiss(id);
  };

  #sendNext(): void {
    const next = this.list.getSnapshot().find(({ state }) => state.type === 'waiting');
    if (next === undefined || this.#going.size >= AT_ONCE) return;
    void this.#bring(next);
    this.#sendNext();
  }

  async #bring({ id, file }: IncomingPicture): Promise<void> {
    const abort = new AbortController();
    this.#going.set(id, abort);
    this.#become(id, { type: 'sending', percent: 0 });
    const onProgress = (share: number) => this.#sent(id, Math.floor(100 * share));
    const answer = await this.#send(file, { onProgress, signal: abort.signal });
    // Somebody broke it off meanwhile, or closed the deck.
    if (this.#going.get(id) !== abort) return;
    this.#going.delete(id);
    if (answer.type === 'kept') this.#arrived(id, answer.picture);
    else {
      this.#places.close(id);
      this.#become(id, { type: 'refused', message: answer.message, again: true, card: null });
    }
    this.#sendNext();
  }

  #sent(id: string, percent: number): void {
    this.#places.progress(id, percent);
    this.#become(id, percent >= 100 ? { type: 'keeping' } : { type: 'sending', percent });
  }

  #arrived(id: string, picture: UploadedPicture): void {
    if (!this.#places.fill(id, pictureMarkdown(picture.reference, picture.alt)))
      return this.#become(id, refused(words.readOnly));
    this.last.set(picture.name);
    if (picture.alt === '') this.#become(id, { type: 'undescribed', picture });
    else this.dismiss(id);
  }

  #one(id: string): IncomingPicture | undefined {
    return this.list.getSnapshot().find((one) => one.id === id);
  }

  #become(id: string, state: IncomingState): void {
    const before = this.#one(id)?.state;
    // A browser tells of progress more often than the per cent changes.
    if (before?.type === 'sending' && state.type === 'sending' && before.percent === state.percent) return;
    this.list.set(this.list.getSnapshot().map((one) => (one.id === id ? { ...one, state } : one)));
  }
}

/** What can be said of a file before it is sent. */
function firstState({ size, type, name }: File): IncomingState {
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) return refused(words.pdf, '{%pdf https:// %}');
  if (type.startsWith('video/')) return refused(words.video, `[${name}](https://)`);
  if (size > MAX_PICTURE_BYTES) return refused(words.tooLarge(MAX_PICTURE_BYTES / 1_000_000));
  return { type: 'waiting' };
}

function refused(message: string, card: string | null = null): IncomingState {
  return { type: 'refused', message, again: false, card };
}
