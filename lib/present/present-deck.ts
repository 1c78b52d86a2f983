import type { TitlePicture } from '#lib/pictures/title-picture.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import { findReportLine } from '#lib/sections/report-line.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { agendaText, leftOutLine, ownAgenda } from './agenda.ts';
import { fillText, type FillValues } from './fill-text.ts';
import { reporterWords, withReporter } from './report-text.ts';
import { withTitlePicture } from './with-title-picture.ts';
import { templateWords, type TemplateWords } from './template-words.ts';

/** A slide of the deck; or, with `generated`, the one that follows it on the stage and stands in no text. */
export interface SourcePlace {
  readonly slide: number;
  readonly generated: 'agenda' | null;
}

/** What of a deck is on the slides. */
export interface Presentation {
  /** Read from the text that is presented; the deck's own model where nothing differs. */
  readonly model: DeckModel;
  /** Running number on the stage of a slide of the deck; of one that is left out that of the next that is shown, else of the one before. */
  readonly toPresented: (place: SourcePlace) => number;
  /** And back. */
  readonly toSource: (slide: number) => SourcePlace;
}

export interface PresentInput {
  readonly model: DeckModel;
  /** One for each section of the model. */
  readonly sections: readonly PlacedSection[];
  /** Null for a deck without a call: then its own places to fill in stay open. */
  readonly call: { readonly date: string; readonly title: string; readonly series: string } | null;
  /** The picture that the call opens with, or null. */
  readonly title: TitlePicture | null;
  /** The series' template, read by its headings, or null. */
  readonly template: DeckModel | null;
}

/**
 * What of a deck is on the slides: without the sections that are left out, which come as one line on the agenda; with who reports as
 * the rows say; and with nothing that a template left to be filled in. Total, and linear in the text.
 */
export function presentDeck(input: PresentInput, previous?: Presentation): Presentation {
  const { model, sections, call } = input;
  if (call === null || sections.length !== model.sections.length) return asItIs(model);
  const shown = opened(shownSlides(input, call), input.title);
  const untouched = shown.every(({ place, body }) => place.generated === null && body === bodyOf(model, place.slide));
  if (untouched && shown.length === model.slides.length) return asItIs(model);
  const text = textOf(model, shown);
  const presented = parseDeck(text, previous?.model);
  // Whatever the text holds: rather all as it is than a wrong slide.
  if (presented.slides.length !== shown.length || shown.length === 0) return asItIs(model);
  return mapped(
    presented,
    shown.map(({ place }) => place),
  );
}

function asItIs(model: DeckModel): Presentation {
  return {
    model,
    toPresented: ({ slide }) => Math.min(slide, model.slides.length - 1),
    toSource: (slide) => ({ slide, generated: null }),
  };
}

function mapped(model: DeckModel, places: readonly SourcePlace[]): Presentation {
  return {
    model,
    toPresented: ({ slide, generated }) => {
      const same = places.findIndex((place) => place.slide === slide && place.generated === generated);
      if (same !== -1) return same;
      const next = places.findIndex((place) => place.generated === null && place.slide >= slide);
      return next === -1 ? places.length - 1 : next;
    },
    toSource: (slide) => places[Math.max(0, Math.min(slide, places.length - 1))] ?? { slide: 0, generated: null },
  };
}

interface Shown {
  readonly place: SourcePlace;
  readonly vertical: boolean;
  readonly body: string;
}

function shownSlides(
  { model, sections, template }: PresentInput,
  call: NonNullable<PresentInput['call']>,
): readonly Shown[] {
  const words = template === null ? null : templateWords(template);
  const kept = sections.filter((placed) => !isLeftOut(placed));
  // A call of which nothing is left would be an empty stage: then all is shown.
  const line = kept.length === 0 ? '' : leftOutLine(sections);
  const own = line === '' ? -1 : ownAgenda(model);
  const parts = (line === '' ? sections : kept).map((placed) =>
    sectionSlides(model, placed, { call, words, own, line }),
  );
  if (line === '' || parts.some((slides) => slides.some(({ place }) => place.slide === own))) return parts.flat();
  const [first = [], ...others] = parts;
  return [...first, agendaAfter(first, agendaText(sections, line)), ...others.flat()];
}

/** With the title picture behind the first of them. */
function opened(shown: readonly Shown[], title: TitlePicture | null): readonly Shown[] {
  const [first, ...others] = shown;
  return title === null || first === undefined
    ? shown
    : [{ ...first, body: withTitlePicture(first.body, title) }, ...others];
}

function agendaAfter(shown: readonly Shown[], body: string): Shown {
  return { place: { slide: shown.at(-1)?.place.slide ?? 0, generated: 'agenda' }, vertical: false, body };
}

interface SectionWords {
  readonly call: NonNullable<PresentInput['call']>;
  readonly words: TemplateWords | null;
  readonly own: number;
  readonly line: string;
}

function sectionSlides(
  model: DeckModel,
  placed: PlacedSection,
  { call, words, own, line }: SectionWords,
): readonly Shown[] {
  const { section, row, team } = placed;
  const slides = model.slides.slice(section.fromSlide, section.toSlide);
  const reporter = reporterWords(row);
  const values: FillValues = { ...call, team: team?.name ?? null, reporter };
  const isOwn = words?.ofSection(placed) ?? null;
  const reported = reporterSlide(model, slides);
  return slides.flatMap((slide, index): readonly Shown[] => {
    const before = bodyOf(model, slide.index);
    const named = slide.index === reported ? withReporter(before, reporter, index === 0) : before;
    const filled = fillText(named, values, isOwn);
    const body = slide.index === own ? `${filled.trimEnd()}\n\n${line}\n\n` : filled;
    const gone = index > 0 && body !== before && isBare(body);
    return gone ? [] : [{ place: { slide: slide.index, generated: null }, vertical: slide.v > 0, body }];
  });
}

/** The slide of a section that says who reports: where it is written by hand, else its first. */
function reporterSlide(model: DeckModel, slides: readonly Slide[]): number {
  const written = slides.find(({ index }) => findReportLine(bodyOf(model, index)) !== null);
  return written?.index ?? slides[0]?.index ?? -1;
}

/** Only headings are left. */
function isBare(body: string): boolean {
  return body.split('\n').every((line) => line.trim() === '' || line.trimStart().startsWith('#'));
}

function bodyOf({ text, slides }: DeckModel, index: number): string {
  const slide = slides[index];
  return slide === undefined ? '' : text.slice(slide.body.from, slide.body.to);
}

function textOf(model: DeckModel, shown: readonly Shown[]): string {
  const front = model.text.slice(0, model.slides[0]?.range.from ?? 0);
  // What is below a slide that is left out comes up to be a column of its own.
  let stack = -1;
  const parts = shown.map(({ place, vertical, body }, index) => {
    const h = place.generated === null ? (model.slides[place.slide]?.h ?? 0) : -2;
    const below = vertical && h === stack;
    stack = h;
    if (index === 0) return endedByBlank(body);
    return `${below ? '----' : '---'}\n${begunByBlank(endedByBlank(body))}`;
  });
  return front + parts.join('');
}

function endedByBlank(body: string): string {
  if (/(?:^|\n)[ \t]*\r?\n[ \t]*$/.test(body)) return body;
  return /\n[ \t]*$/.test(body) ? `${body}\n` : `${body}\n\n`;
}

function begunByBlank(body: string): string {
  return /^[ \t]*\r?\n/.test(body) ? body : `\n${body}`;
}
