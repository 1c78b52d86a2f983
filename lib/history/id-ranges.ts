/** Characters of one Yjs client by their clocks, half open, and the rows of the log that concern them, ascending. */
export interface IdRange {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
}

interface Added {
  readonly from: number;
  to: number;
  readonly row: number;
}

/** Which rows concern which characters. What is added may overlap: rows may say the same; what is read does not. */
export class IdRanges {
  readonly #added = new Map<number, Added[]>();
  readonly #read = new Map<number, readonly IdRange[]>();

  add(client: number, { from, to, row }: Added): void {
    if (from >= to) return;
    this.#read.delete(client);
    const own = this.#added.get(client);
    const last = own?.at(-1);
    if (own === undefined) this.#added.set(client, [{ from, to, row }]);
    else if (last?.row === row && last.to === from) last.to = to;
    else own.push({ from, to, row });
  }

  /** The ranges of a client that end behind a clock, in order, without overlaps. */
  *after(client: number, clock: number): Iterable<IdRange> {
    const ranges = this.#of(client);
    for (let at = firstAfter(ranges, clock); ; at += 1) {
      const range = ranges[at];
      if (range === undefined) return;
      yield range;
    }
  }

  #of(client: number): readonly IdRange[] {
    const read = this.#read.get(client) ?? withoutOverlaps(this.#added.get(client) ?? []);
    this.#read.set(client, read);
    return read;
  }
}

function firstAfter(ranges: readonly IdRange[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? Infinity) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Cuts ranges where others begin or end. */
function withoutOverlaps(added: readonly Added[]): readonly IdRange[] {
  const ranges: IdRange[] = [];
  let open: readonly Added[] = [];
  let from = 0;
  const close = (until: number): void => {
    while (open.length > 0 && from < until) {
      const to = Math.min(until, ...open.map((one) => one.to));
      ranges.push({ from, to, rows: open.map(({ row }) => row).toSorted((a, b) => a - b) });
      open = open.filter((one) => one.to > to);
      from = to;
    }
    from = until;
  };
  for (const next of added.toSorted((a, b) => a.from - b.from)) {
    close(next.from);
    open = [...open, next];
  }
  close(Infinity);
  return ranges;
}
