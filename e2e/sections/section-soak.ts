import type * as Y from 'yjs';
import { chance, oneOf, type Chance } from '#e2e/harness/chance.ts';
import { memorySectionRows } from '#e2e/harness/memory-section-rows.ts';
import { anchorAt, resolveAnchor } from '#lib/deck/anchor.ts';
import { deckText } from '#lib/deck/deck-doc.ts';
import type { Section } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { SectionProcess, SharedLog } from './section-process.ts';

const ROUNDS = 8;
const MARK = /m\d+ was here/g;

/** What went wrong in a run, in words; empty when nothing did. */
export type Faults = readonly string[];

/**
 * One run: two people at two processes edit the sections of a deck at random, type, rename, cut, paste, delete, undo, move, and after
 * each round every row must stand at the words at which it stood first. Each section has one line that tells it apart.
 */
export async function sectionSoak(seed: number): Promise<Faults> {
  const pick = chance(seed);
  const log = new SharedLog();
  const count = 3 + pick(5);
  const first = Array.from({ length: count }, (_, index) => sectionText(`Part ${index}`, index)).join('\n---\n\n');
  log.doc.clientID = 9;
  deckText(log.doc).insert(0, first);
  const rows = memorySectionRows();
  const processes = ['ada', 'bo'].map(
    (person, index) => new SectionProcess(log, rows, { person, clientId: index + 1 }),
  );
  const watch = new Watch();
  let marks = count;
  const faults: string[] = [];
  try {
    for (const each of processes) await each.refresh();
    await settle(processes);
    watch.look(processes[0]);
    for (let round = 0; round < ROUNDS && faults.length === 0; round++) {
      for (const each of processes) marks = await actSome(each, pick, marks);
      await settle(processes);
      faults.push(...watch.look(processes[0]), ...sameRows(processes));
    }
  } finally {
    for (const each of processes) each.close();
  }
  return faults;
}

/** One line tells it apart, others are like those of other sections, some are nearly so. */
function sectionText(title: string, mark: number): string {
  return `# ${title}\n\nm${mark} was here\n\nand something more\n- ship ${mark} came in\n- see pier ${mark} for what was done\n`;
}

/** Everybody hears everything and finds the sections; twice, because what one brings along the other has to hear. */
async function settle(processes: readonly SectionProcess[]): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    for (const each of processes) {
      each.say();
      for (const other of processes) other.hear();
    }
    for (const each of processes) {
      await each.refresh();
      await each.find();
    }
  }
}

/** A few things that a person does before the others hear of them. Gives the number of the next mark. */
async function actSome(person: SectionProcess, pick: Chance, marks: number): Promise<number> {
  let next = marks;
  for (let edits = pick(4); edits > 0; edits--) next = await act(person, pick, next);
  return next;
}

type Act = (person: SectionProcess, section: Section, pick: Chance) => void | Promise<void>;

const ACTS: readonly [Act, ...Act[]] = [
  type,
  type,
  type,
  rename,
  renameByLetters,
  cutAndPaste,
  deleteAndUndo,
  (person, _section, pick) => {
    const { length } = parseDeck(person.text).sections;
    person.move(pick(length), pick(length));
  },
];

async function act(person: SectionProcess, pick: Chance, marks: number): Promise<number> {
  // Rooms find sections in the pauses between edits, or not.
  if (pick(2) === 0) await person.find();
  const { sections } = parseDeck(person.text);
  const section = sections[pick(sections.length)];
  if (section === undefined) return marks;
  if (pick(ACTS.length + 1) === 0) {
    person.edit((text) => insertSection(text, section.range.to, sectionText(`New ${marks}`, marks)));
    return marks + 1;
  }
  await oneOf(pick, ACTS)(person, section, pick);
  return marks;
}

async function deleteAndUndo(person: SectionProcess, { range }: Section, pick: Chance): Promise<void> {
  person.edit((text) => text.delete(range.from, range.to - range.from));
  if (pick(2) === 0) await person.find();
  person.undo.undo();
}

function type(person: SectionProcess, { range }: Section, pick: Chance): void {
  const word = ` word${pick(1000)}`;
  const line = person.text.indexOf('\n\nand something', range.from);
  if (line !== -1 && line < range.to) person.edit((text) => text.insert(line, word));
}

function headingAt(person: SectionProcess, { range }: Section): { readonly from: number; readonly to: number } | null {
  const from = person.text.indexOf('# ', range.from);
  if (from === -1 || from >= range.to) return null;
  return { from, to: endOfLine(person, from) };
}

function rename(person: SectionProcess, section: Section, pick: Chance): void {
  const line = headingAt(person, section);
  if (line === null) return;
  person.edit((text) => {
    text.delete(line.from, line.to - line.from);
    text.insert(line.from, `# Name ${pick(1000)}`);
  });
}

async function renameByLetters(person: SectionProcess, section: Section, pick: Chance): Promise<void> {
  const line = headingAt(person, section);
  if (line === null) return;
  // Others' edits arrive between two letters.
  const anchor = anchorAt(person.doc, line.from);
  const start = (): number => resolveAnchor(person.doc, anchor) ?? 0;
  for (let end = endOfLine(person, start()); end > start() + 2; end = endOfLine(person, start())) {
    const last = end - 1;
    person.edit((text) => text.delete(last, 1));
    if (pick(4) === 0) await person.find();
    if (!person.text.startsWith('# ', start())) return;
  }
  for (const [index, letter] of `Again ${pick(99)}`.split('').entries()) {
    person.edit((text) => text.insert(start() + 2 + index, letter));
    if (pick(4) === 0) await person.find();
    if (!person.text.startsWith('# ', start())) return;
  }
}

function endOfLine({ text }: SectionProcess, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

async function cutAndPaste(person: SectionProcess, section: Section, pick: Chance): Promise<void> {
  const { from, to } = section.range;
  const words = person.text.slice(section.fromSlide === 0 ? from : person.text.indexOf('\n', from) + 1, to).trim();
  person.edit((text) => text.delete(from, to - from));
  if (pick(2) === 0) await person.find();
  const { sections } = parseDeck(person.text);
  const place = sections[pick(sections.length)];
  person.edit((text) => insertSection(text, place?.range.to ?? text.length, `${words}\n`));
}

/** A separator needs an empty line on both sides. */
function insertSection(text: Y.Text, at: number, words: string): void {
  const begins = text.toString().trim() === '';
  text.insert(at, begins ? words : `\n\n---\n\n${words}\n`);
}

/** Remembers at whose words each row stood first. */
class Watch {
  readonly #rowOf = new Map<string, string>();
  readonly #lost = new Set<string>();

  /** Compares the rows with the words that they stand at now. */
  look(process: SectionProcess | undefined): Faults {
    if (process === undefined) return [];
    const placed = process.placed();
    const marks = placed.map(
      ({ section }) => process.text.slice(section.range.from, section.range.to).match(MARK) ?? [],
    );
    // A line that stands twice, or two in one section, tell nothing apart; they may again later, but nobody can know which is which.
    const seen = marks.flat();
    for (const mark of seen) if (seen.indexOf(mark) !== seen.lastIndexOf(mark)) this.#lost.add(mark);
    return placed.flatMap(({ row }, index) => {
      const [mark, ...others] = marks[index] ?? [];
      if (mark === undefined || this.#lost.has(mark)) return [];
      if (others.length > 0) {
        for (const one of [mark, ...others]) this.#lost.add(one);
        return [];
      }
      return this.#compare(mark, row?.id ?? null);
    });
  }

  #compare(mark: string, row: string | null): Faults {
    if (row === null) return [`"${mark}" has no row`];
    const before = this.#rowOf.get(mark);
    if (before === undefined) this.#rowOf.set(mark, row);
    return before === undefined || before === row ? [] : [`"${mark}" has another row than before`];
  }
}

function sameRows([one, other]: readonly SectionProcess[]): Faults {
  const rows = (process: SectionProcess | undefined): string =>
    process
      ?.placed()
      .map(({ row }) => row?.id)
      .join() ?? '';
  return rows(one) === rows(other) ? [] : ['the two processes disagree'];
}
