/** What somebody typed, word by word, and how far the server has promised that it is saved. */
export class Ledger {
  readonly name: string;
  readonly #deeds: { readonly word: string; readonly typed: boolean }[] = [];
  #promised = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** How many words were typed or erased. */
  get length(): number {
    return this.#deeds.length;
  }

  /** How many of those, from the first, the server has promised to keep. */
  get promised(): number {
    return this.#promised;
  }

  /** A word that nobody ever typed. */
  fresh(): string {
    return `${this.name}.${this.#deeds.length}`;
  }

  typed(word: string): void {
    this.#deeds.push({ word, typed: true });
  }

  erased(word: string): void {
    this.#deeds.push({ word, typed: false });
  }

  /** The first `count` deeds are saved, says the server. */
  promise(count: number): void {
    this.#promised = Math.max(this.#promised, count);
  }

  /** How often each word may be in the deck now: unpromised deeds may have come through, promised ones must. */
  allowed(): ReadonlyMap<string, ReadonlySet<number>> {
    const allowed = new Map<string, Set<number>>();
    for (const [index, { word, typed }] of this.#deeds.entries()) {
      const count = typed ? 1 : 0;
      const before = allowed.get(word) ?? new Set([0]);
      allowed.set(word, index < this.#promised ? new Set([count]) : before.add(count));
    }
    return allowed;
  }
}
