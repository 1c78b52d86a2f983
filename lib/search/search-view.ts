import type { SnippetPart } from './snippet.ts';

/** A slide that was found. */
export interface SearchHit {
  /** A call's record, or the deck of a call that has not ended. */
  readonly kind: 'record' | 'deck';
  /** Path of the slide in the record, or of its section in the deck. */
  readonly address: string;
  /** Its heading, or its section's where it has none; empty where neither has one. */
  readonly heading: readonly SnippetPart[];
  readonly snippet: readonly SnippetPart[];
  readonly section: string;
  readonly team: { readonly name: string; readonly hue: number } | null;
  readonly reporter: string | null;
  readonly call: { readonly title: string; readonly date: string; readonly address: string };
  readonly series: { readonly slug: string; readonly name: string };
}

/** A page of what was found. */
interface SearchFound {
  readonly hits: readonly SearchHit[];
  /** How many there are; from 1,000 on there are at least so many. */
  readonly total: number;
  /** Number of the page that follows; null at the end. */
  readonly next: number | null;
  /** What was looked for instead, because nothing was found; null else. */
  readonly corrected: string | null;
}

/** What a search answers. */
export interface SearchAnswer extends SearchFound {
  /** Something was asked for: a word or a filter. */
  readonly asks: boolean;
}

/** A filter to choose: as addresses have it, and its name. */
export interface SearchChoice {
  readonly value: string;
  readonly name: string;
}

/** From so many on nobody counts. */
export const COUNTED = 1_000;
