/** Something that is measured, as Prometheus reads it. */
export interface Meter {
  lines(): readonly string[];
}

interface Named {
  readonly name: string;
  readonly help: string;
}

/** Counts up for as long as the process lives, by the values of one label or without any. */
export class Counter implements Meter {
  readonly #named: Named;
  readonly #label: string | null;
  readonly #counts = new Map<string, number>();

  constructor(named: Named, label: string | null = null) {
    this.#named = named;
    this.#label = label;
    if (label === null) this.#counts.set('', 0);
  }

  add(amount: number, of: string | number = ''): void {
    const key = String(of);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + amount);
  }

  lines(): readonly string[] {
    const { name } = this.#named;
    const counts = [...this.#counts].map(([key, count]) =>
      this.#label === null ? `${name} ${count}` : `${name}{${this.#label}="${key}"} ${count}`,
    );
    return [...headLines(this.#named, 'counter'), ...counts];
  }
}

/** Counts how many of what was observed were at most so much. */
export class Histogram implements Meter {
  readonly #named: Named;
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  constructor(named: Named, bounds: readonly number[]) {
    this.#named = named;
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#sum += value;
    this.#count += 1;
    const at = this.#bounds.findIndex((bound) => value <= bound);
    if (at !== -1) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  lines(): readonly string[] {
    const { name } = this.#named;
    let below = 0;
    const buckets = this.#bounds.map((bound, at) => {
      below += this.#counts[at] ?? 0;
      return `${name}_bucket{le="${bound}"} ${below}`;
    });
    const rest = [
      `${name}_bucket{le="+Inf"} ${this.#count}`,
      `${name}_sum ${this.#sum}`,
      `${name}_count ${this.#count}`,
    ];
    return [...headLines(this.#named, 'histogram'), ...buckets, ...rest];
  }
}

/** A value that goes up and down, read when it is asked for. */
export class Gauge implements Meter {
  readonly #named: Named;
  readonly #read: () => number;

  constructor(named: Named, read: () => number) {
    this.#named = named;
    this.#read = read;
  }

  lines(): readonly string[] {
    return [...headLines(this.#named, 'gauge'), `${this.#named.name} ${this.#read()}`];
  }
}

function headLines({ name, help }: Named, type: 'counter' | 'histogram' | 'gauge'): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
