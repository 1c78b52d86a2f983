import { isCalendarDate } from './call-date.ts';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};
const MONTH = `(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\\.?`;

interface Notation {
  readonly pattern: RegExp;
  /** Which groups hold year, month and day. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The years of calls: a digit run that is no year is not taken for one. */
const YEAR = '((?:19|20)\\d\\d)';

const NUMBERS: readonly Notation[] = [
  // Not beside other digits or letters of a hash or a uuid.
  {
    pattern: new RegExp(`(?<![0-9a-f])${YEAR}([-_./]?)(\\d\\d)\\2(\\d\\d)(?![0-9a-f])`, 'i'),
    year: 1,
    month: 3,
    day: 4,
  },
  { pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\. ?(\\d{1,2})\\. ?${YEAR}(?!\\d)`), year: 3, month: 2, day: 1 },
];
const WORDS: readonly Notation[] = [
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)? ${MONTH},? ${YEAR}(?!\\d)`, 'i'),
    year: 3,
    month: 2,
    day: 1,
  },
  { pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}(?!\\d)`, 'i'), year: 3, month: 1, day: 2 },
];

/** The date in the name of a file (`20240502.md`, `2024-05-02 call.md`, `20230831-slides.md`), as `2024-05-02`, or null. */
export function dateInFileName(name: string): string | null {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return firstDate(base, NUMBERS);
}

/** The first date in a line of text: `2024-05-02`, `2.5.2024`, `2 May 2024`, `May 2, 2024`, `2. Mai 2024`; null without one. */
export function dateInText(text: string): string | null {
  return firstDate(text, [...NUMBERS, ...WORDS]);
}

/** A date as it stands in a text, with the offsets around it. */
export interface DateInText {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** `2024-05-02`. */
  readonly date: string;
}

/** All dates in a text, in their order, in any of the notations of `dateInText`. */
export function datesInText(text: string): readonly DateInText[] {
  const found = [...NUMBERS, ...WORDS].flatMap((notation) =>
    Array.from(text.matchAll(new RegExp(notation.pattern, 'giu')), (match) => {
      const date = dateOf(match, notation);
      return date === null ? [] : [{ from: match.index, to: match.index + match[0].length, text: match[0], date }];
    }).flat(),
  );
  return found.toSorted((left, right) => left.from - right.from);
}

/** The line without the dates in it and without what joined them to it. */
export function withoutDates(text: string): string {
  let rest = text;
  for (const notation of [...NUMBERS, ...WORDS]) rest = rest.replace(new RegExp(notation.pattern, 'giu'), ' ');
  return rest
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s\-–—,:|·]+|[\s\-–—,:|·]+$/g, '');
}

function firstDate(text: string, notations: readonly Notation[]): string | null {
  for (const notation of notations) {
    const match = notation.pattern.exec(text);
    const date = match === null ? null : dateOf(match, notation);
    if (date !== null) return date;
  }
  return null;
}

function dateOf(match: RegExpExecArray, notation: Notation): string | null {
  const year = Number(match[notation.year]);
  const monthText = match[notation.month] ?? '';
  const month = MONTHS[monthText.toLowerCase()] ?? Number(monthText);
  const day = Number(match[notation.day]);
  if (Number.isNaN(month) || !isCalendarDate(year, month, day)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
