import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

import type { EditionContent } from './edition.ts';

/** An edition as far as its words are concerned. */
export interface EditionText {
  /** What was on the slides, Markdown. */
  readonly text: string;
  readonly content: Pick<EditionContent, 'slides' | 'sections'>;
}

/** A section with the words that it is to have. */
export interface SectionCorrection {
  readonly key: string;
  readonly text: string;
}

/**
 * Why a correction becomes part of no edition: it says what was said, it says nothing, or it reaches into other sections, as a code
 * block does that is not closed.
 */
export type Misfit = 'same' | 'empty' | 'runs-over';

/** Slides by running numbers, `to` excluded. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Slides of the text after corrections, with those of the text before that stood there. */
export interface CorrectedRun {
  /** The section whose words are new here; null where every byte is as it was. */
  readonly section: string | null;
  readonly before: Stretch;
  readonly after: Stretch;
}

/** The text after corrections. */
export interface CorrectedText {
  readonly model: DeckModel;
  /** In reading order, all slides of both texts. */
  readonly runs: readonly CorrectedRun[];
}

export interface Correcting {
  /** Null when nothing of it differs or fits. */
  readonly corrected: CorrectedText | null;
  /** Keys of the sections that have new words. */
  readonly taken: readonly string[];
  readonly misfits: readonly { readonly key: string; readonly why: Misfit }[];
}

/** The words of a section as its correction begins with them: without what separates it from others. Null for one without slides, or that this parser reads otherwise. */
export function sectionWords(edition: EditionText, key: string): string | null {
  const model = modelOf(edition);
  const place = model === null ? null : placeOf(edition, model, key);
  return place === null ? null : `${place.words}\n`;
}

/**
 * Puts corrected sections into the text of an edition. Every byte of the others stays; a correction that would change how others are
 * read is left out. Total.
 */
export function correctSections(edition: EditionText, corrections: readonly SectionCorrection[]): Correcting {
  const model = modelOf(edition);
  const places = new Map(corrections.map(({ key }) => [key, model === null ? null : placeOf(edition, model, key)]));
  const whyNot = ({ key, text }: SectionCorrection): Misfit | null => {
    const place = places.get(key) ?? null;
    if (place === null) return 'runs-over';
    const words = wordsOf(text);
    if (words === place.words) return 'same';
    return words === '' ? 'empty' : null;
  };
  const misfits = corrections.flatMap((each) => {
    const why = whyNot(each);
    return why === null ? [] : [{ key: each.key, why }];
  });
  const candidates = corrections.filter((each) => whyNot(each) === null);
  if (model === null || candidates.length === 0) return { corrected: null, taken: [], misfits };
  const all = fitted(edition, model, candidates);
  if (all !== null) return { corrected: all, taken: candidates.map(({ key }) => key), misfits };
  return oneByOne(edition, model, { candidates, misfits });
}

function oneByOne(
  edition: EditionText,
  model: DeckModel,
  {
    candidates,
    misfits,
  }: { readonly candidates: readonly SectionCorrection[]; readonly misfits: Correcting['misfits'] },
): Correcting {
  let corrected: CorrectedText | null = null;
  const fit: SectionCorrection[] = [];
  for (const each of candidates) {
    const tried = fitted(edition, model, [...fit, each]);
    if (tried === null) continue;
    corrected = tried;
    fit.push(each);
  }
  const over = candidates.filter((each) => !fit.includes(each)).map(({ key }) => ({ key, why: 'runs-over' as const }));
  return { corrected, taken: fit.map(({ key }) => key), misfits: [...misfits, ...over] };
}

/** The text of an edition as its slides were cut; null where this parser cuts them otherwise than the one that froze them. */
function modelOf({ text, content }: EditionText): DeckModel | null {
  const model = parseDeck(text);
  const same =
    model.slides.length === content.slides.length &&
    model.slides.every(
      ({ range }, index) => range.from === content.slides[index]?.from && range.to === content.slides[index].to,
    );
  return same ? model : null;
}

/** Where the words of a section stand, and the white space around them up to its neighbours. */
interface Place {
  readonly slides: Stretch;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

function placeOf({ text, content }: EditionText, model: DeckModel, key: string): Place | null {
  const section = content.sections.find((each) => each.key === key && each.toSlide > each.fromSlide);
  if (section === undefined) return null;
  const slides = { from: section.fromSlide, to: section.toSlide };
  // What opens the section stays its neighbours' affair.
  const from = model.slides[slides.from]?.body.from ?? 0;
  const to = model.slides[slides.to - 1]?.range.to ?? 0;
  const whole = text.slice(from, to);
  const words = wordsOf(whole);
  const start = words === '' ? whole.length : whole.length - withoutBlankLines(whole).length;
  return { slides, from, to, words, before: whole.slice(0, start), after: whole.slice(start + words.length) };
}

function wordsOf(text: string): string {
  return withoutBlankLines(text).trimEnd();
}

function withoutBlankLines(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '');
}

/** The text with these corrections; null where it is read otherwise than section by section. */
function fitted(
  edition: EditionText,
  before: DeckModel,
  corrections: readonly SectionCorrection[],
): CorrectedText | null {
  const changes = corrections
    .flatMap(({ key, text }) => {
      const place = placeOf(edition, before, key);
      return place === null ? [] : [{ key, place, insert: insertOf(place, wordsOf(text)) }];
    })
    .toSorted((a, b) => a.place.from - b.place.from);
  const { text, starts } = replaced(edition.text, before, changes);
  const model = parseDeck(text);
  // The first slide has no separator: it may be empty, and begin where the second does.
  const others = new Map(model.slides.slice(1).map(({ range, index }) => [range.from, index]));
  const stretches = stretchesOf(changes, before.slides.length);
  const firsts = stretches.map(({ before: { from } }) => (from === 0 ? 0 : others.get(starts[from] ?? -1)));
  const runs = stretches.map((stretch, index) => ({
    ...stretch,
    after: { from: firsts[index] ?? -1, to: firsts[index + 1] ?? model.slides.length },
  }));
  const stays = runs.every((run) => run.after.from !== -1 && (run.section !== null || stayed(before, model, run)));
  return stays && opensAlike(before, model) ? { model, runs } : null;
}

/** A section without words has white space alone around what it gets. */
function insertOf({ before, after, words }: Place, corrected: string): string {
  return words === '' ? `${before}${corrected}\n\n` : `${before}${corrected}${after}`;
}

interface Change {
  readonly key: string;
  readonly place: Place;
  readonly insert: string;
}

/** The text after the changes, and for each slide of the text before where it begins by then. */
function replaced(text: string, { slides }: DeckModel, changes: readonly Change[]) {
  let [at, result] = [0, ''];
  const shifts: { readonly slide: number; readonly by: number }[] = [];
  for (const { place, insert } of changes) {
    result += text.slice(at, place.from) + insert;
    at = place.to;
    shifts.push({ slide: place.slides.to, by: result.length - at });
  }
  const starts = slides.map(
    ({ range, index }) => range.from + (shifts.findLast(({ slide }) => slide <= index)?.by ?? 0),
  );
  return { text: result + text.slice(at), starts };
}

/** The text before as what stays and what is corrected, in turn. */
function stretchesOf(changes: readonly Change[], end: number): readonly Pick<CorrectedRun, 'section' | 'before'>[] {
  const corrected = changes.map(({ key, place }) => ({ section: key, before: place.slides }));
  const ends = [0, ...corrected.map(({ before }) => before.to)];
  const begins = [...corrected.map(({ before }) => before.from), end];
  const kept = ends.map((from, index) => ({ section: null, before: { from, to: begins[index] ?? end } }));
  return kept
    .flatMap((stays, index) => [stays, ...corrected.slice(index, index + 1)])
    .filter(({ before: { from, to } }) => to > from);
}

/** Whether these slides are what they were. */
function stayed(before: DeckModel, after: DeckModel, run: CorrectedRun): boolean {
  const old = before.slides.slice(run.before.from, run.before.to);
  const now = after.slides.slice(run.after.from, run.after.to);
  return (
    old.length === now.length &&
    old.every((slide, index) => slide.hash === now[index]?.hash && lengthOf(slide) === lengthOf(now[index]))
  );
}

function lengthOf({ range }: Pick<Slide, 'range'>): number {
  return range.to - range.from;
}

/** Whether both have the same front matter, and the first slide after it. */
function opensAlike(before: DeckModel, after: DeckModel): boolean {
  const [old, now] = [before.frontMatterRange, after.frontMatterRange];
  return old.from === now.from && old.to === now.to && before.slides[0]?.range.from === after.slides[0]?.range.from;
}
