import type { BlameView } from './history-views.ts';

/** Characters of a text in one piece, as Yjs has them: who typed them (client) and which of theirs they are (clock). */
export interface TypedRun {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** Who wrote most of a line, and when last. */
export interface BlameLine {
  /** Place in `people`; -1 where it is not known, null where the words are newer than what is known. */
  readonly person: number | null;
  /** Seconds since 1970; 0 where that is not known. */
  readonly at: number;
}

type Known = BlameView['runs'][number];

/** Finds who typed a character, by its Yjs id: that holds wherever the text moves it. */
export class BlameIndex {
  readonly #runs = new Map<number, readonly Known[]>();

  constructor({ runs }: Pick<BlameView, 'runs'>) {
    for (const [client, all] of Map.groupBy(runs, ([id]) => id))
      this.#runs.set(
        client,
        all.toSorted((one, other) => one[1] - other[1]),
      );
  }

  /** The run that this character is of, or null where it is newer than the answer. */
  find(client: number, clock: number): Known | null {
    const runs = this.#runs.get(client) ?? [];
    let [low, high] = [0, runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle];
      if (run === undefined) return null;
      if (clock < run[1]) high = middle - 1;
      else if (clock >= run[1] + run[2]) low = middle + 1;
      else return run;
    }
    return null;
  }
}

/** Line by line, who wrote most of it. Blanks count little, so that who indents a line has not written it. */
export function blameLines(runs: Iterable<TypedRun>, index: BlameIndex): readonly BlameLine[] {
  const lines: BlameLine[] = [];
  let line = new LineTally();
  for (const { client, clock, text } of runs) {
    for (let at = 0; at < text.length;) {
      const known = index.find(client, clock + at);
      const knownTo = known === null ? nextKnown(index, client, clock + at, clock + text.length) : known[1] + known[2];
      const end = Math.min(text.length, knownTo - clock);
      const lineEnd = text.indexOf('\n', at);
      const to = lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1;
      line.add(known, text.slice(at, to));
      if (text[to - 1] === '\n') {
        lines.push(line.most());
        line = new LineTally();
      }
      at = to;
    }
  }
  return [...lines, line.most()];
}

/** Where something that is known begins again. */
function nextKnown(index: BlameIndex, client: number, from: number, to: number): number {
  let at = from + 1;
  while (at < to && index.find(client, at) === null) at += 1;
  return at;
}

/** How much of a line is whose. */
class LineTally {
  readonly #shares = new Map<number | null, { weight: number; at: number }>();

  add(known: Known | null, text: string): void {
    const person = known === null ? null : known[3];
    const share = this.#shares.get(person) ?? { weight: 0, at: 0 };
    share.weight += text.replaceAll(/\s/g, '').length + 0.001 * text.length;
    share.at = Math.max(share.at, known?.[4] ?? 0);
    this.#shares.set(person, share);
  }

  most(): BlameLine {
    let most: { readonly person: number | null; readonly weight: number; readonly at: number } = {
      person: -1,
      weight: 0,
      at: 0,
    };
    for (const [person, { weight, at }] of this.#shares) if (weight > most.weight) most = { person, weight, at };
    return { person: most.person, at: most.at };
  }
}
