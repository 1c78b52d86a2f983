const STEP_MS = 0.1;

/** Counts of milliseconds in steps of a tenth: millions of values in little room, and they travel between processes. */
export class Histogram {
  readonly #counts = new Map<number, number>();
  #size = 0;

  static of(entries: Iterable<readonly [number, number]>): Histogram {
    const histogram = new Histogram();
    for (const [step, count] of entries) histogram.#add(step, count);
    return histogram;
  }

  get size(): number {
    return this.#size;
  }

  /** As plain data. */
  get entries(): readonly (readonly [number, number])[] {
    return [...this.#counts];
  }

  add(milliseconds: number): void {
    this.#add(Math.round(milliseconds / STEP_MS), 1);
  }

  /** The value that a share of all values does not exceed, 0 to 1; not a number when there are none. */
  quantile(share: number): number {
    let left = Math.ceil(share * this.#size);
    for (const [step, count] of [...this.#counts].toSorted(([a], [b]) => a - b)) {
      left -= count;
      if (left <= 0) return Math.round(step * STEP_MS * 10) / 10;
    }
    return Number.NaN;
  }

  #add(step: number, count: number): void {
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + count);
    this.#size += count;
  }
}
