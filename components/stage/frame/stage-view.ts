import Reveal, { type RevealConfig } from 'reveal.js';
import type { DeckMessage, SlideMeasure, StagePlace, StageSettings, StageSlot } from '#lib/stage/messages.ts';
import { firstToFill } from './first-to-fill.ts';
import { OverflowMeter } from './overflow-meter.ts';
import { revealOptions } from './reveal-options.ts';
import { arrangeSections } from './slide-order.ts';
import { DRAWN } from './slide-parts.ts';
import type { StageSlides } from './stage-slides.ts';
import { applyLook } from './theme.ts';

interface StageParts {
  readonly reveal: HTMLElement;
  readonly slides: HTMLElement;
  readonly content: StageSlides;
  /** Called when somebody moved the stage, not when a message did. */
  readonly moved: (place: StagePlace) => void;
  readonly measured: (measures: SlideMeasure[]) => void;
}

/** Slides that nobody sees yet are drawn for so long at a time, and with such pauses. */
const SLICE_MILLISECONDS = 6;
const PAUSE_MILLISECONDS = 16;

/**
 * reveal.js under live edits. It is initialised once and never again; a patch touches the slides that changed, and the slide that is
 * shown stays, by element and with its steps, whatever happens around it.
 */
export class StageView {
  readonly #parts: StageParts;
  readonly #deck: InstanceType<typeof Reveal>;
  readonly #meter: OverflowMeter;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #order: readonly StageSlot[] = [];
  #settings: StageSettings | null = null;
  /** How many steps of the slide are wanted: more than it has shows all, also those that are typed later. */
  #fragment = -1;
  #started = false;
  #applying = false;
  #reported = '';
  #options = '';

  constructor(parts: StageParts) {
    this.#parts = parts;
    this.#deck = new Reveal(parts.reveal);
    this.#meter = new OverflowMeter({
      slideOf: (key) => parts.content.slideOf(key),
      size: () => sizeOf(this.#deck.getConfig()),
      tell: parts.measured,
    });
  }

  /** Shows what the message says. The first one starts reveal.js. */
  async apply(message: DeckMessage): Promise<void> {
    this.#applying = true;
    try {
      if (this.#started) this.#patch(message);
      else await this.#start(message);
    } finally {
      this.#applying = false;
      this.#reported = this.#placeText();
    }
  }

  /** A key as if it was pressed here. */
  press(keyCode: number): void {
    if (this.#started) this.#deck.triggerKey(keyCode);
  }

  async #start(message: DeckMessage): Promise<void> {
    const { content, slides, reveal } = this.#parts;
    if (message.settings === null || message.order === null) return;
    this.#configure(message.settings);
    const first = firstToFill(message);
    for (const slide of message.contents) {
      if (first.has(slide.key)) content.fill(slide.key, slide);
      else content.prepare(slide.key, slide);
    }
    this.#order = message.order;
    arrangeSections(slides, message.order, (key) => content.sectionOf(key));
    content.keepOnly(new Set(message.order.map(({ key }) => key)));
    const options = revealOptions(message.settings, this.#calm.matches);
    this.#options = JSON.stringify(options);
    await this.#deck.initialize(options);
    this.#started = true;
    // It would keep screen readers from reading the slides like a page.
    reveal.removeAttribute('role');
    this.#listen();
    this.#meter.changed(content.keys());
    this.#go(message.place ?? { key: message.order[0]?.key ?? '', fragment: -1 });
    this.#fillRest();
  }

  /** Draws the slides that nobody sees yet, a few at a time, so that keys and patches come between. */
  #fillRest(): void {
    const { content } = this.#parts;
    if (content.nextUnfilled() === undefined) return;
    setTimeout(() => {
      const until = performance.now() + SLICE_MILLISECONDS;
      for (let key = content.nextUnfilled(); key !== undefined; key = content.nextUnfilled()) {
        this.#fillLate(key);
        if (performance.now() > until) break;
      }
      this.#fillRest();
    }, PAUSE_MILLISECONDS);
  }

  #fillLate(key: string): void {
    const { content } = this.#parts;
    if (content.fill(key)) this.#deck.syncSlide(content.sectionOf(key));
    this.#meter.changed([key]);
  }

  #patch(message: DeckMessage): void {
    const current = this.#currentKey();
    const filled = this.#fill(message);
    const stay = this.#rearrange(message.order ?? this.#order, current);
    const whole = stay !== null || filled.all || filled.reclassed;
    if (whole) this.#deck.sync();
    else for (const key of filled.toSync) this.#deck.syncSlide(this.#parts.content.sectionOf(key));
    if (isFilled(filled, current)) this.#showSteps(current);
    // After a sync reveal.js stands on a number; the slide that is shown may have another one now.
    const same = whole ? { key: stay ?? current, fragment: this.#fragment } : null;
    this.#settle(message.place ?? same, filled);
  }

  #settle(place: StagePlace | null, filled: Filled): void {
    if (place !== null) this.#go(place);
    // The deck's own CSS and size count for all of its slides.
    if (filled.restyled || filled.all) return this.#refit();
    this.#meter.changed(filled.keys);
    if (filled.keys.has(this.#currentKey())) this.#centre();
  }

  /** The steps of a slide that was just filled again are there at once: nothing happened to them in anybody's eyes. */
  #showSteps(key: string): void {
    const section = this.#parts.content.sectionOf(key);
    const last = section.querySelectorAll('.fragment').length - 1;
    if (last < 0) return;
    standStill(section);
    this.#deck.navigateFragment(Math.min(this.#fragment, last));
  }

  /** What `layout` does for all slides, for the one in view: with hundreds of them that is a frame's time. */
  #centre(): void {
    const section = this.#deck.getCurrentSlide();
    if (this.#deck.getConfig().center !== true || section === undefined) return;
    const free = this.#deck.getComputedSlideSize().height - section.scrollHeight;
    section.style.top = `${Math.max(free / 2, 0)}px`;
  }

  /** Fills the slides that changed, or all of them after settings that change how a slide is drawn. */
  #fill({ settings, contents }: DeckMessage): Filled {
    const { content } = this.#parts;
    const all = this.#changeSettings(settings);
    const keys = new Set(contents.map(({ key }) => key));
    const toSync = contents.filter((slide) => content.fill(slide.key, slide)).map(({ key }) => key);
    if (all) for (const key of content.keys()) if (!keys.has(key)) content.fill(key);
    return { keys, toSync, all, restyled: content.wasRestyled(), reclassed: content.wasReclassed() };
  }

  /** Arranges the sections anew and gives the key of the slide to stay on: the same, else its nearest survivor; null if all is in place. */
  #rearrange(order: readonly StageSlot[], current: string): string | null {
    if (sameOrder(this.#order, order)) return null;
    const { content, slides } = this.#parts;
    const keys = new Set(order.map(({ key }) => key));
    const stay = nearestSurvivor(this.#order, current, keys);
    if (stay !== current) this.#fragment = -1;
    arrangeSections(slides, order, (key) => content.sectionOf(key));
    content.keepOnly(keys);
    this.#order = order;
    return stay;
  }

  #refit(): void {
    this.#deck.layout();
    this.#meter.changed(this.#parts.content.keys());
  }

  #grown(element: EventTarget | null): void {
    this.#centre();
    const slide = element instanceof Element ? element.closest<HTMLElement>('section[data-key]') : null;
    if (slide !== null) this.#meter.changed([slide.dataset['key'] ?? '']);
  }

  #changeSettings(settings: StageSettings | null): boolean {
    if (settings === null) return false;
    const refill = this.#configure(settings);
    const options = revealOptions(settings, this.#calm.matches);
    // To reveal.js this is more work than anything else here, and settings come with every new picture.
    if (JSON.stringify(options) !== this.#options) this.#deck.configure(options);
    this.#options = JSON.stringify(options);
    return refill;
  }

  #configure(settings: StageSettings): boolean {
    this.#settings = settings;
    document.documentElement.lang = settings.lang ?? '';
    applyLook(document.body, settings);
    this.#meter.turn(settings.measured);
    return this.#parts.content.configure(settings);
  }

  #go({ key, fragment }: StagePlace): void {
    const section = this.#parts.content.sectionOf(key);
    if (!section.isConnected) return;
    if (this.#parts.content.isUnfilled(key)) this.#fillLate(key);
    this.#fragment = fragment;
    const last = section.querySelectorAll('.fragment').length - 1;
    const { h, v } = this.#deck.getIndices(section);
    this.#deck.slide(h, v, Math.min(fragment, last));
  }

  #listen(): void {
    for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'overviewhidden']) {
      this.#deck.on(event, () => {
        if (!this.#applying) queueMicrotask(() => this.#report());
      });
    }
    // Somebody is quicker than the filling.
    this.#deck.on('slidechanged', () => {
      const key = this.#currentKey();
      if (!this.#parts.content.isUnfilled(key)) return;
      this.#fillLate(key);
      this.#centre();
    });
    // Pictures, formulas and diagrams that come later change the height of the slide.
    this.#parts.slides.addEventListener('load', (event) => this.#grown(event.target), true);
    this.#parts.slides.addEventListener(DRAWN, (event) => this.#grown(event.target));
    void document.fonts.ready.then(() => this.#refit());
    // A font is loaded when a slide first needs it: bold or slanted words may come long after the start.
    document.fonts.addEventListener('loadingdone', () => this.#refit());
    this.#calm.addEventListener('change', () => {
      if (this.#settings !== null) this.#deck.configure(revealOptions(this.#settings, this.#calm.matches));
    });
  }

  /** Tells where the stage is now, once for several events of one move. */
  #report(): void {
    const text = this.#placeText();
    // Who looks around in the overview has gone nowhere yet, and must not take an audience along.
    if (text === this.#reported || (this.#started && this.#deck.isOverview())) return;
    this.#reported = text;
    this.#fragment = this.#shownFragment();
    this.#parts.moved({ key: this.#currentKey(), fragment: this.#fragment });
  }

  #placeText(): string {
    return this.#started ? `${this.#currentKey()} ${this.#shownFragment()}` : '';
  }

  #shownFragment(): number {
    return this.#deck.getIndices().f ?? -1;
  }

  #currentKey(): string {
    return this.#started ? (this.#deck.getCurrentSlide()?.dataset['key'] ?? '') : '';
  }
}

interface Filled {
  readonly keys: ReadonlySet<string>;
  /** Those of them that reveal.js must hear of. */
  readonly toSync: readonly string[];
  readonly all: boolean;
  readonly restyled: boolean;
  readonly reclassed: boolean;
}

/** Sizes in per cent are those of the window, which the slide fills then. */
function sizeOf({ width, height }: RevealConfig): { readonly width: number; readonly height: number } {
  return {
    width: typeof width === 'number' ? width : innerWidth,
    height: typeof height === 'number' ? height : innerHeight,
  };
}

function isFilled({ all, keys }: Filled, key: string): boolean {
  return all || keys.has(key);
}

function standStill(section: HTMLElement): void {
  section.dataset['still'] = '';
  requestAnimationFrame(() => requestAnimationFrame(() => delete section.dataset['still']));
}

function sameOrder(left: readonly StageSlot[], right: readonly StageSlot[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ key, vertical }, index) => key === right[index]?.key && vertical === right[index]?.vertical)
  );
}

/** The slide itself, else the next one that is still there, else the one before. */
function nearestSurvivor(before: readonly StageSlot[], key: string, keys: ReadonlySet<string>): string {
  const at = before.findIndex((slot) => slot.key === key);
  const after = before.slice(Math.max(at, 0)).find((slot) => keys.has(slot.key));
  const earlier = before.slice(0, Math.max(at, 0)).findLast((slot) => keys.has(slot.key));
  return (after ?? earlier)?.key ?? [...keys][0] ?? '';
}
