import { plainText } from '#lib/slides/plain-text.ts';
import { findReportLine } from '#lib/sections/report-line.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { searchText } from '#lib/record/search-text.ts';

/** A section as a message tells of it. */
export interface MessageSection {
  readonly title: string;
  readonly status: string | null;
  /** First slide and the one after the last; equal for one without slides. */
  readonly fromSlide: number;
  readonly toSlide: number;
}

/** A call to tell others of. */
export interface MessageCall {
  readonly title: string;
  /** As people say it. */
  readonly day: string;
  /** Full address. */
  readonly address: string;
  readonly model: DeckModel;
  readonly sections: readonly MessageSection[];
}

/** Words around what was said. */
export interface MessageWords {
  readonly nothing: (titles: string) => string;
  readonly also: (titles: string) => string;
}

/** A dozen lines in all: the first says which call, the last two who had nothing and where it is. */
const MOST_LINES = 12;
const MOST_LETTERS = 110;

/** A call in one message, plain text to paste anywhere: a line for each section with what it said first, who had nothing this time, and the address. */
export function callMessage({ title, day, address, model, sections }: MessageCall, words: MessageWords): string {
  const told = sections
    .filter(({ toSlide, fromSlide }) => toSlide > fromSlide)
    .map((section) => lineOf(model, section));
  const nothing = sections.filter((section) => section.status === 'nothing').map((section) => clean(section.title));
  const said = told.filter(({ first }) => first !== '');
  const room = MOST_LINES - 2 - (nothing.length > 0 ? 1 : 0);
  const shown = said.length > room ? said.slice(0, room - 1) : said;
  const rest = said.slice(shown.length).map((line) => line.title);
  return [
    `${clean(title)}, ${day}`,
    ...shown.map((line) => (line.title === '' ? line.first : `• ${line.title}: ${line.first}`)),
    ...(rest.length > 0 ? [words.also(list(rest))] : []),
    ...(nothing.length > 0 ? [words.nothing(list(nothing))] : []),
    address,
  ].join('\n');
}

interface Line {
  readonly title: string;
  readonly first: string;
}

function lineOf(model: DeckModel, { title, fromSlide, toSlide }: MessageSection): Line {
  const slides = model.slides.slice(fromSlide, toSlide);
  // The first slide of a section that has several says what the team is for, call after call.
  const [opening, ...others] = slides.map((slide) => firstWords(slide.source, title));
  const first = others.find((line) => line !== '') ?? opening ?? '';
  return { title: clean(title), first };
}

/** The first line of a slide that is no heading, not who reports, and has words. */
function firstWords(source: string, title: string): string {
  const report = findReportLine(source);
  const text = report === null ? source : source.slice(0, report.from) + source.slice(report.to);
  const body = text.replaceAll(/^[ \t]*#{1,6}(?:[ \t].*)?$/gm, '').replaceAll(/^.+\n[ \t]{0,3}(?:=+|-+)[ \t]*$/gm, '');
  const lines = searchText(body.replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')).split('\n');
  const found = lines.map((line) => line.replaceAll(/\s+/g, ' ').trim());
  return shortened(
    found.find((line) => /[\p{L}\p{N}]/u.test(line) && !/^https?:\S+$/.test(line) && line !== title) ?? '',
  );
}

function clean(title: string): string {
  return shortened(plainText(title).replaceAll(/\s+/g, ' '));
}

function list(titles: readonly string[]): string {
  return [...new Set(titles.filter((title) => title !== ''))].join(', ');
}

/** At the end of a word. */
function shortened(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  const cut = text.slice(0, MOST_LETTERS - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > MOST_LETTERS / 2 ? cut.slice(0, space) : cut).toWellFormed().trimEnd()}…`;
}
