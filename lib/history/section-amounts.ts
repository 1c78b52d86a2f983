import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { SectionAmount } from './history-views.ts';
import { isThere, type Run } from './trace.ts';

/** A moment of a history that was read. */
export interface ReadMoment {
  readonly seq: number;
  readonly model: DeckModel;
}

/** The acts that are counted, by their rows. */
export type Counted = (row: number) => boolean;

/**
 * How many words of which sections were added and taken out between two moments by some of the rows, as it shows at the end: what
 * somebody typed and took out again is nothing. Sections that did not change are left out.
 */
export function sectionAmounts(
  runs: readonly Run[],
  { before, after }: { readonly before: ReadMoment; readonly after: ReadMoment },
  counted: Counted,
): readonly SectionAmount[] {
  const added = new WordCount(after.model);
  const removed = new WordCount(before.model);
  for (const run of runs) {
    const [was, is] = [isThere(run, before.seq), isThere(run, after.seq)];
    if (was) removed.pass(run.text, !is && counted(run.deleted[0] ?? 0));
    if (is) added.pass(run.text, !was && counted(run.inserted));
  }
  return merged(added.done(), removed.done());
}

/** Counts words by sections while a text goes by. */
class WordCount {
  readonly #model: DeckModel;
  readonly #words = new Map<string, number>();
  #section = 0;
  #offset = 0;
  /** Characters that count, one behind the other. */
  #stretch = '';

  constructor(model: DeckModel) {
    this.#model = model;
  }

  pass(text: string, counts: boolean): void {
    if (!counts) this.#close();
    else {
      // Where it begins it belongs.
      if (this.#stretch === '') this.#find();
      this.#stretch += text;
    }
    this.#offset += text.length;
  }

  done(): ReadonlyMap<string, number> {
    this.#close();
    return this.#words;
  }

  #find(): void {
    const { sections } = this.#model;
    while ((sections[this.#section + 1]?.range.from ?? Infinity) <= this.#offset) this.#section += 1;
  }

  #close(): void {
    if (this.#stretch === '') return;
    const { title = '' } = this.#model.sections[this.#section] ?? {};
    // A blank or a mark is a change as well.
    const words = this.#stretch.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    this.#words.set(title, (this.#words.get(title) ?? 0) + words);
    this.#stretch = '';
  }
}

function merged(added: ReadonlyMap<string, number>, removed: ReadonlyMap<string, number>): readonly SectionAmount[] {
  return [...new Set([...added.keys(), ...removed.keys()])].map((title) => ({
    title,
    added: added.get(title) ?? 0,
    removed: removed.get(title) ?? 0,
  }));
}
