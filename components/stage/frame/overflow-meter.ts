import type { SlideMeasure } from '#lib/stage/messages.ts';

/** A slide to be measured: its section as it stands on the stage. */
interface MeteredSlide {
  readonly hash: string;
  readonly section: HTMLElement;
}

interface MeterParts {
  readonly slideOf: (key: string) => MeteredSlide | undefined;
  /** Size that slides are laid out for, in CSS pixels. */
  readonly size: () => { readonly width: number; readonly height: number };
  readonly tell: (measures: SlideMeasure[]) => void;
}

/** Typing comes first: nothing is measured until it has rested for so long. */
const REST_MS = 400;
/** A frame that is never idle is asked to do it all the same. */
const PATIENCE_MS = 1_000;
/** Slides measured between two looks at the clock, with one layout for all of them. */
const BATCH = 8;
/** A pixel more is a matter of rounding. */
const TOLERANCE_PX = 2;

/**
 * Finds the slides that are larger than the stage. Copies of them are laid out in a box of their own that nobody sees, because
 * reveal.js takes slides that are far away off the page and scales the others.
 */
export class OverflowMeter {
  readonly #parts: MeterParts;
  readonly #waiting = new Set<string>();
  readonly #told = new Map<string, string>();
  readonly #box: HTMLElement;
  readonly #slides: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #on = false;

  constructor(parts: MeterParts) {
    this.#parts = parts;
    this.#box = document.createElement('div');
    this.#box.className = 'reveal meter';
    this.#box.inert = true;
    this.#slides = this.#box.appendChild(document.createElement('div'));
    this.#slides.className = 'slides';
  }

  /** Whether anybody wants to know. */
  turn(on: boolean): void {
    this.#on = on;
    if (!on) return this.#box.remove();
    if (!this.#box.isConnected) document.body.append(this.#box);
    this.changed([]);
  }

  /** These slides look otherwise than before. */
  changed(keys: Iterable<string>): void {
    for (const key of keys) this.#waiting.add(key);
    if (this.#on && this.#waiting.size > 0) this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => whenIdle((timeLeft) => this.#work(timeLeft)), REST_MS);
  }

  #work(timeLeft: () => boolean): void {
    const measures: SlideMeasure[] = [];
    do measures.push(...this.#measure([...this.#waiting].slice(0, BATCH)));
    while (this.#waiting.size > 0 && timeLeft());
    if (measures.length > 0) this.#parts.tell(measures);
    if (this.#waiting.size > 0) whenIdle((left) => this.#work(left));
  }

  #measure(keys: readonly string[]): readonly SlideMeasure[] {
    const { width, height } = this.#parts.size();
    this.#slides.style.width = `${width}px`;
    this.#slides.style.height = `${height}px`;
    const slides = keys.flatMap((key) => {
      this.#waiting.delete(key);
      const slide = this.#parts.slideOf(key);
      return slide === undefined ? [] : [{ hash: slide.hash, copy: copyOf(slide.section) }];
    });
    this.#slides.replaceChildren(...slides.map(({ copy }) => copy));
    const measures = slides.map(({ hash, copy }) => ({
      hash,
      tall: excess(copy.scrollHeight, height),
      wide: excess(copy.scrollWidth, width),
    }));
    this.#slides.replaceChildren();
    return measures.filter((measure) => this.#isNews(measure));
  }

  #isNews({ hash, tall, wide }: SlideMeasure): boolean {
    const text = `${tall} ${wide}`;
    if ((this.#told.get(hash) ?? '0 0') === text) return false;
    this.#told.set(hash, text);
    return true;
  }
}

/** How much more there is than room for, in per cent of the room. */
function excess(length: number, room: number): number {
  return length <= room + TOLERANCE_PX ? 0 : Math.min(Math.ceil(((length - room) / room) * 100), 10_000);
}

/** The section without what reveal.js made of it: where it stands, and whether it is shown. */
function copyOf(section: HTMLElement): HTMLElement {
  const copy = document.createElement('section');
  copy.className = section.dataset['classes'] ?? '';
  copy.style.cssText = section.dataset['style'] ?? '';
  copy.append(...[...section.childNodes].map((node) => node.cloneNode(true)));
  return copy;
}

/** Safari has no idle callbacks; there a short task must do. */
function whenIdle(work: (timeLeft: () => boolean) => void): void {
  if ('requestIdleCallback' in window)
    requestIdleCallback((deadline) => work(() => deadline.timeRemaining() > 4), { timeout: PATIENCE_MS });
  else setTimeout(() => work(() => false), 50);
}
