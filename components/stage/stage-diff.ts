import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { slideContent, stageSettings, type StageUse } from '#lib/stage/deck-message.ts';
import type { DeckMessage, SlideContent, StagePlace, StageSettings, StageSlot } from '#lib/stage/messages.ts';
import { SlideKeys } from '#lib/stage/slide-keys.ts';

/** What a stage should show. */
export interface StageWish extends StageUse {
  readonly model: DeckModel;
  /** Running number of the slide in `model`; null leaves the stage where it is. */
  readonly position: { readonly slide: number; readonly fragment: number } | null;
}

/** Works out what a frame must be told so that it shows what is wanted. Remembers what it was told before. */
export class StageDiff {
  readonly #keys = new SlideKeys();
  #wish: StageWish | null = null;
  #slides: readonly string[] = [];
  #order = '';
  #settings = '';
  #hashes = new Map<string, string>();
  /** Where the page last wanted the stage, and where the stage was last heard of. */
  #wanted = '';
  #heard: StagePlace | null = null;

  /** The message for the frame, or null when there is nothing to say. */
  next(wish: StageWish): DeckMessage | null {
    const before = this.#wish;
    this.#wish = wish;
    const fresh = before?.model !== wish.model;
    if (fresh) this.#slides = this.#keys.assign(wish.model.slides);
    const message: DeckMessage = {
      type: 'deck',
      settings: this.#nextSettings(before, wish),
      order: fresh ? this.#nextOrder(wish.model.slides) : null,
      contents: fresh ? this.#nextContents(wish.model.slides) : [],
      place: this.#nextPlace(wish),
    };
    const silent =
      message.settings === null && message.order === null && message.contents.length === 0 && message.place === null;
    return silent ? null : message;
  }

  /** Running number of the slide with this key, or -1. */
  slideOf(key: string): number {
    return this.#slides.indexOf(key);
  }

  /** The stage was moved by hand, so the page need not be obeyed there. */
  movedTo(place: StagePlace): void {
    this.#heard = place;
  }

  #nextSettings(before: StageWish | null, wish: StageWish): StageSettings | null {
    const same =
      before?.model.frontMatter === wish.model.frontMatter &&
      before.assets === wish.assets &&
      before.foreignPictures === wish.foreignPictures &&
      before.interactive === wish.interactive &&
      before.measured === wish.measured &&
      before.pickable === wish.pickable;
    if (same) return null;
    const settings = stageSettings(wish.model, wish);
    const text = JSON.stringify(settings);
    if (text === this.#settings) return null;
    this.#settings = text;
    return settings;
  }

  #nextOrder(slides: readonly Slide[]): StageSlot[] | null {
    const order = this.#slides.map((key, index) => ({ key, vertical: (slides[index]?.v ?? 0) > 0 }));
    const text = order.map(({ key, vertical }) => (vertical ? `|${key}` : `-${key}`)).join('');
    if (text === this.#order) return null;
    this.#order = text;
    return order;
  }

  #nextContents(slides: readonly Slide[]): SlideContent[] {
    const contents: SlideContent[] = [];
    const hashes = new Map<string, string>();
    slides.forEach((slide, index) => {
      const key = this.#slides[index] ?? '';
      hashes.set(key, slide.hash);
      if (this.#hashes.get(key) !== slide.hash) contents.push(slideContent(key, slide));
    });
    this.#hashes = hashes;
    return contents;
  }

  /**
   * Only a new wish is told, so that a stage that was moved by hand is not pulled back by every letter that somebody types; unless
   * the slide that it was moved to is gone.
   */
  #nextPlace({ position, model }: StageWish): StagePlace | null {
    const key = position === null ? undefined : this.#slides[Math.min(position.slide, model.slides.length - 1)];
    if (position === null || key === undefined) return null;
    const place = { key, fragment: Math.min(Math.max(Math.trunc(position.fragment), -1), 1000) };
    const text = textOf(place);
    const heard = this.#heard;
    const lost = heard !== null && !this.#slides.includes(heard.key);
    if (text === this.#wanted && !lost) return null;
    this.#wanted = text;
    this.#heard = null;
    return heard !== null && text === textOf(heard) ? null : place;
  }
}

function textOf({ key, fragment }: StagePlace): string {
  return `${key} ${fragment}`;
}
