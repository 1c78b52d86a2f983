/** A browser may not say when a glide is over: so long after it began it is (ms). */
const LONGEST_MS = 1000;
/** Places of less than this apart are the same: scrolling knows fractions (px). */
const SAME_PX = 2;

const KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

/** Whether a key scrolls what has the focus. */
export function isScrollKey(key: string): boolean {
  return KEYS.has(key);
}

/** Tells the scrolling of a page by itself from a person's. Places are in px from the top, times in ms of one clock. */
export class OwnScroll {
  #glide: { readonly to: number; readonly since: number } | null = null;

  /** The page scrolls from one place to another. Where they are the same nothing will be heard of it. */
  began(from: number, to: number, now: number): void {
    this.#glide = Math.abs(from - to) < SAME_PX ? null : { to, since: now };
  }

  /** Some scrolling came to rest here. One that the page's own took the place of may say so late: that is not its end. */
  ended(at: number): void {
    if (this.#glide !== null && Math.abs(at - this.#glide.to) < SAME_PX) this.#glide = null;
  }

  /** A person took over. */
  stopped(): void {
    this.#glide = null;
  }

  /** Whether what scrolls now is the page by itself. */
  isOwn(now: number): boolean {
    return this.#glide !== null && now - this.#glide.since < LONGEST_MS;
  }
}
