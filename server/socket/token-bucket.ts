/** How much may come in: so much a second, and so much at once after a pause. */
export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** Counts what comes in against an allowance. Never refuses: it says how long to wait before reading on. */
export class TokenBucket {
  readonly #allowance: Allowance;
  #tokens: number;
  #filledAt = performance.now();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
    this.#tokens = allowance.burst;
  }

  /** Takes this much and answers how many milliseconds to wait until the account is even again. */
  take(amount: number): number {
    const now = performance.now();
    const { perSecond, burst } = this.#allowance;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1000) * perSecond) - amount;
    this.#filledAt = now;
    return this.#tokens >= 0 ? 0 : (-this.#tokens / perSecond) * 1000;
  }
}
