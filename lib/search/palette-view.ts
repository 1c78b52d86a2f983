import { searchWords } from './search-words.ts';

/** What a line of the palette is. */
export type PlaceKind = 'command' | 'series' | 'call' | 'section' | 'team' | 'person';

/** A place to go to. */
export interface Place {
  readonly kind: PlaceKind;
  readonly title: string;
  /** Where it belongs: a series, a day; empty where the title says all. */
  readonly detail: string;
  /** Path. */
  readonly address: string;
  /** Of a team, degrees on the colour wheel. */
  readonly hue: number | null;
}

/** Whether every word that was typed is the beginning of a word of this text; what was typed without words goes with everything. */
export function goesWith(typed: readonly string[], text: string): boolean {
  if (typed.length === 0) return true;
  const words = searchWords(text).map(({ folded }) => folded);
  return typed.every((each) => words.some((word) => word.startsWith(each)));
}

/** The folded words of what somebody typed. */
export function typedWords(typed: string): readonly string[] {
  return searchWords(typed.slice(0, 200)).map(({ folded }) => folded);
}
