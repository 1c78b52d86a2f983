/** How much may come in: so much a second, and so much at once after a pause. */
interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** How much one connection may send before it is read more slowly. */
export interface Pace {
  readonly frames: Allowance;
  readonly bytes: Allowance;
}

/** Bytes of one frame; so much may come at once as well, or the largest would never be even. */
export const LARGEST_FRAME = 4 * 1024 * 1024;

/** Several times what the quickest typist and the largest paste need. */
export const PACE: Pace = {
  frames: { perSecond: 60, burst: 200 },
  bytes: { perSecond: 256 * 1024, burst: LARGEST_FRAME },
};

// Of two hundred people whose cursors move, an ordinary Yjs client repeats every word.
const ECHOES: Allowance = { perSecond: 1024 * 1024, burst: LARGEST_FRAME };

/**
 * Counts what one connection sends. Never refuses: it says how long to wait before reading on. Of each allowance it keeps the
 * moment at which all of it is there again, in milliseconds of the process's clock.
 */
export class Intake {
  readonly #pace: Pace;
  #frames = 0;
  #bytes = 0;
  #echoes = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Takes one frame of this length; milliseconds until the account is even again. */
  take(length: number): number {
    const now = performance.now();
    const { frames, bytes } = this.#pace;
    this.#frames = spend(this.#frames, 1, frames, now);
    this.#bytes = spend(this.#bytes, length, bytes, now);
    return Math.max(overdrawn(this.#frames, frames, now), overdrawn(this.#bytes, bytes, now));
  }

  /** The same for a frame of presence, which has an allowance of its own: y-websocket sends back what it hears of others. */
  takePresence(length: number): number {
    const now = performance.now();
    this.#echoes = spend(this.#echoes, length, ECHOES, now);
    return overdrawn(this.#echoes, ECHOES, now);
  }
}

function spend(fullAt: number, amount: number, { perSecond }: Allowance, now: number): number {
  return Math.max(fullAt, now) + (amount / perSecond) * 1000;
}

function overdrawn(fullAt: number, { perSecond, burst }: Allowance, now: number): number {
  return Math.max(0, fullAt - now - (burst / perSecond) * 1000);
}
