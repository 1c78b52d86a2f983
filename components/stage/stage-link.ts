import type { DeckModel } from '#lib/slides/deck-model.ts';
import { safeLink } from '#lib/stage/link-scheme.ts';
import {
  frameMessageSchema,
  STAGE_GREETING,
  type DeckMessage,
  type FrameMessage,
  type PageMessage,
  type SlideMeasure,
  type StagePlace,
} from '#lib/stage/messages.ts';
import type { Player } from '#lib/stage/player.ts';
import { StageDiff, type StageWish } from './stage-diff.ts';

/** What the frame can cause in the page. */
export interface StageEvents {
  readonly painted: () => void;
  readonly moved: (to: { readonly slide: number; readonly fragment: number }) => void;
  readonly link: (href: string) => void;
  readonly measured: (slides: readonly SlideMeasure[]) => void;
  /** Somebody wants to see a film that the deck has on a card. */
  readonly embed: (player: Player) => void;
  readonly pressed: () => void;
  /** Pictures of the slide with this hash did not come. */
  readonly gaps: (hash: string, count: number) => void;
  /** Somebody wants the menu of a picture of this slide, by its number; null for whichever there are. */
  readonly picture: (picked: PickedPicture) => void;
}

/** Running number of a slide in the model that is shown, and of a picture on it. */
export interface PickedPicture {
  readonly slide: number;
  readonly index: number | null;
}

/**
 * The page's end of one stage frame. It opens the document, hands over a port, and then sends only what differs from what the
 * frame has. What comes back is checked and can name nothing but slides of the deck that is shown.
 */
export class StageLink {
  readonly #frame: HTMLIFrameElement;
  readonly #events: StageEvents;
  #diff = new StageDiff();
  #port: MessagePort | null = null;
  #wish: StageWish | null = null;
  #model: DeckModel | null = null;

  constructor(frame: HTMLIFrameElement, address: string, events: StageEvents) {
    this.#frame = frame;
    this.#events = events;
    addEventListener('message', this.#greet);
    // Only now: a frame that was ready before anybody listened would wait for ever.
    frame.src = address;
  }

  /** What the stage should show. Cheap when nothing changed. */
  show(wish: StageWish): void {
    this.#wish = wish;
    if (this.#port === null) return;
    this.#model = wish.model;
    const message = this.#diff.next(wish);
    if (message !== null) this.#send(message);
  }

  /** A key pressed in the page, for the stage. */
  press(keyCode: number): void {
    this.#send({ type: 'key', keyCode });
  }

  close(): void {
    removeEventListener('message', this.#greet);
    this.#port?.close();
    this.#port = null;
  }

  readonly #greet = (event: MessageEvent): void => {
    // The origin of a sandboxed frame is "null", like that of any other: only its window tells it apart.
    if (event.source !== this.#frame.contentWindow || event.data !== STAGE_GREETING) return;
    // A frame that is loaded again, from its menu or because its page came back, has nothing yet and gets everything anew.
    this.#port?.close();
    this.#diff = new StageDiff();
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#port.addEventListener('message', ({ data }) => this.#receive(data));
    this.#port.start();
    this.#frame.contentWindow?.postMessage(STAGE_GREETING, '*', [channel.port2]);
    if (this.#wish !== null) this.show(this.#wish);
  };

  #send(message: PageMessage | DeckMessage): void {
    this.#port?.postMessage(message);
  }

  #receive(data: unknown): void {
    const result = frameMessageSchema.safeParse(data);
    // The frame holds hostile text; what it says is dropped when it is none of its sentences.
    if (result.success) this.#act(result.data);
  }

  #act(message: FrameMessage): void {
    switch (message.type) {
      case 'painted':
        return this.#events.painted();
      case 'pressed':
        return this.#events.pressed();
      case 'gaps':
        return this.#events.gaps(message.hash, message.count);
      case 'link':
        return this.#follow(message.href);
      case 'measured':
        return this.#events.measured(message.slides);
      case 'embed':
        return this.#play({ provider: message.provider, id: message.id });
      case 'picture':
        return this.#pick(message);
      case 'moved':
        return this.#moved({ key: message.key, fragment: message.fragment });
    }
  }

  #moved(place: StagePlace): void {
    const slide = this.#diff.slideOf(place.key);
    if (slide === -1 || slide >= (this.#model?.slides.length ?? 0)) return;
    this.#diff.movedTo(place);
    this.#events.moved({ slide, fragment: place.fragment });
  }

  /** What is shown may have changed since it was pressed. */
  #pick({ key, hash, index }: Extract<FrameMessage, { type: 'picture' }>): void {
    const slide = this.#diff.slideOf(key);
    if (this.#model?.slides[slide]?.hash === hash) this.#events.picture({ slide, index });
  }

  #follow(href: string): void {
    const address = safeLink(href);
    if (address !== null) this.#events.link(address);
  }

  /** A frame that lies can ask for nothing but films that the deck names. */
  #play(player: Player): void {
    if (this.#model?.slides.some(({ source }) => source.includes(player.id)) === true) this.#events.embed(player);
  }
}
