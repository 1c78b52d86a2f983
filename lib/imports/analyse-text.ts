import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

import { noteLinks, ownNames } from './deck-links.ts';
import { decodeText } from './decode-text.ts';
import { dateInFileName, dateInText, withoutDates } from '#lib/dates/found-dates.ts';
import { MAX_TEXT_BYTES } from './import-plan.ts';
import type { FoundDate, ImportFile, ImportKind, ImportProblem, ImportRow } from './import-plan.ts';
import { findMojibake, repairMojibake } from './mojibake.ts';
import { fileOfReference, kindOfReference, pictureReferences } from './picture-references.ts';
import type { PictureIndex } from './picture-references.ts';

/** A text file and what it says. `text` and `model` are null when it cannot be read; its row then says why. */
export interface AnalysedText {
  readonly file: string;
  readonly text: string | null;
  readonly model: DeckModel | null;
  readonly row: ImportRow;
}

const TEMPLATE_NAME = /(?:^|\/)(?:[^/]*[-_. ])?template\.(?:md|markdown|txt)$/i;
/** A title slide has a few headings; what comes after them is no title. */
const TITLE_HEADINGS = 4;
const MAX_TITLE = 200;
/** A deck that was committed longer before or after its day may be of another. */
const MOST_DAYS_APART = 31;

/** What is known beside a file's bytes. */
export interface TextSurroundings {
  readonly pictures: PictureIndex;
  /** A day in the series' zone. */
  readonly today: string;
  /** The day when a repository had it first; null without one. */
  readonly firstSeen?: string | null;
}

/** Reads one text file: what it seems to be, of which day, with which pictures. Never throws. */
export function analyseText(file: ImportFile, { pictures, today, firstSeen = null }: TextSurroundings): AnalysedText {
  if (file.bytes.length > MAX_TEXT_BYTES)
    return unreadable(file.name, { code: 'too-large', bytes: file.bytes.length, limit: MAX_TEXT_BYTES });
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return unreadable(file.name, { code: 'not-utf-8', offset: decoded.offset });
  if (decoded.text.trim() === '') return unreadable(file.name, { code: 'empty' });
  const model = parseDeck(decoded.text);
  const dates = datesOf(file.name, model, firstSeen);
  const date = dates[0]?.date ?? null;
  const kind = kindOf(file.name, model, date, today);
  const row: ImportRow = {
    file: file.name,
    kind,
    title: titleOf(file.name, model),
    date: kind === 'template' ? null : date,
    dates,
    slides: model.slides.length,
    pictures: picturesOf(file.name, decoded.text, pictures),
    mojibake: findMojibake(decoded.text),
    byteOrderMark: decoded.byteOrderMark,
    links: 0,
    linked: noteLinks(decoded.text),
    names: ownNames(file.name, decoded.text),
    problems: problemsOf(model, kind, dates),
    imported: null,
  };
  return { file: file.name, text: decoded.text, model, row };
}

/** The text as it is to be stored: with or without its doubly encoded characters mended. */
export function textToStore(text: string, repair: boolean): string {
  return repair ? repairMojibake(text) : text;
}

/** Whether the model is of a plain document: no front matter, and nothing that cuts it into slides. */
export function isPlainDocument(model: DeckModel): boolean {
  return model.frontMatterRange.to === model.frontMatterRange.from && model.slides.length <= 1;
}

function unreadable(file: string, problem: ImportProblem): AnalysedText {
  const pictures = { addresses: [], found: 0, missing: [], foreign: [] };
  const row: ImportRow = {
    file,
    kind: 'unsure',
    title: '',
    date: null,
    dates: [],
    slides: 0,
    pictures,
    mojibake: null,
    byteOrderMark: false,
    links: 0,
    linked: [],
    names: [],
    problems: [problem],
    imported: null,
  };
  return { file, text: null, model: null, row };
}

function datesOf(file: string, model: DeckModel, firstSeen: string | null): readonly FoundDate[] {
  const titleSlide = titleHeadings(model)
    .map(dateInText)
    .find((date) => date !== null);
  const frontMatter = dateInText(model.frontMatter.date ?? '') ?? dateInText(model.frontMatter.title ?? '');
  const found: readonly { source: FoundDate['source']; date: string | null | undefined }[] = [
    { source: 'file-name', date: dateInFileName(file) },
    { source: 'title-slide', date: titleSlide },
    { source: 'front-matter', date: frontMatter },
    { source: 'git-history', date: firstSeen },
  ];
  return found.flatMap(({ source, date }) => (typeof date === 'string' ? [{ source, date }] : []));
}

/** Of a deck the headings of its first slide that has any; of a plain document only the first heading. */
function titleHeadings(model: DeckModel): readonly string[] {
  const headings = model.slides.find((slide) => slide.headings.length > 0)?.headings ?? [];
  return headings.slice(0, isPlainDocument(model) ? 1 : TITLE_HEADINGS).map((heading) => heading.text);
}

function titleOf(file: string, model: DeckModel): string {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
  const candidates = [
    model.frontMatter.title ?? '',
    ...titleHeadings(model),
    withoutDates(base).replaceAll(/[-_]/g, ' '),
  ];
  const title = candidates.map((candidate) => withoutDates(candidate)).find((candidate) => candidate !== '');
  // YAML can write a NUL, and PostgreSQL takes none.
  return (title ?? '').slice(0, MAX_TITLE).toWellFormed().replaceAll('\0', '\uFFFD');
}

function kindOf(file: string, model: DeckModel, date: string | null, today: string): ImportKind {
  if (TEMPLATE_NAME.test(file)) return 'template';
  if (date === null) return 'unsure';
  if (isPlainDocument(model) && !hasBrokenFrontMatter(model)) return 'minutes';
  return date < today ? 'record' : 'call';
}

function picturesOf(file: string, text: string, pictures: PictureIndex): ImportRow['pictures'] {
  const missing: string[] = [];
  const foreign: string[] = [];
  let found = 0;
  const addresses = pictureReferences(text);
  for (const address of addresses) {
    if (fileOfReference(address, file, pictures) !== null) found += 1;
    else if (kindOfReference(address) === 'foreign') foreign.push(address);
    else missing.push(address);
  }
  return { addresses, found, missing, foreign };
}

function problemsOf(model: DeckModel, kind: ImportKind, dates: readonly FoundDate[]): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (hasBrokenFrontMatter(model)) problems.push({ code: 'front-matter', detail: firstLines(model.text) });
  if (kind === 'template') return problems;
  if (dates.length === 0) problems.push({ code: 'no-date' });
  if (disagree(dates)) problems.push({ code: 'dates-disagree', dates });
  return problems;
}

/** Decks are committed some days before or after their call: only what the text and the name say must be one day. */
function disagree(dates: readonly FoundDate[]): boolean {
  const [first, ...rest] = dates;
  return rest.some(({ source, date }) =>
    source === 'git-history' ? daysBetween(date, first?.date ?? date) > MOST_DAYS_APART : date !== first?.date,
  );
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function hasBrokenFrontMatter(model: DeckModel): boolean {
  return model.problems.some(({ code }) => code === 'front-matter-broken');
}

function firstLines(text: string): string {
  return text.trimStart().split(/\r?\n/, 3).slice(1).join(' ').slice(0, 80);
}
