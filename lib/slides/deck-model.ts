import type { FrontMatter } from './front-matter.ts';

/** Half-open range of UTF-16 offsets in the deck's text. */
export interface SourceRange {
  readonly from: number;
  readonly to: number;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** One screen. The ranges of all slides partition the text after the front matter. */
export interface Slide {
  /** Running number from 0 in reading order. */
  readonly index: number;
  /** Horizontal and vertical number as reveal.js counts them. */
  readonly h: number;
  readonly v: number;
  /** Its text with the separator line that opens it. */
  readonly range: SourceRange;
  /** Its text without separator. */
  readonly body: SourceRange;
  /** Markdown of the slide: the body without speaker notes. */
  readonly source: string;
  /** Speaker notes, Markdown; empty when there are none. */
  readonly notes: string;
  /** Set by `.slide:` comments: `data-*`, id, class, style. Unchecked: the stage filters them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** In order, text without markup. */
  readonly headings: readonly Heading[];
  /** Of everything that decides what the slide looks like: source, notes and attributes. */
  readonly hash: string;
  /** Problems within it. Their offsets count from the beginning of its body, so that they hold wherever the slide moves. */
  readonly problems: readonly Problem[];
}

/** A headed run of slides: one team's part, or a topic. Every slide is in one; the title is empty before the first heading. */
export interface Section {
  readonly title: string;
  /** Anchor for addresses, unique in the deck. */
  readonly key: string;
  /** Id of the team whose heading it has; null for a topic's. */
  readonly team: string | null;
  /** First slide and the one after the last. */
  readonly fromSlide: number;
  readonly toSlide: number;
  readonly range: SourceRange;
}

/** A replacement in a text: `insert` instead of what is between the offsets. */
export interface TextEdit extends SourceRange {
  readonly insert: string;
}

/**
 * What can be wrong with a text. `date` needs to know the call's, `overflow` is measured by the stage, of foreign pictures the page knows
 * which are kept: the parser finds the others.
 */
export type ProblemCode =
  | 'css-value'
  | 'date'
  | 'doubled-separator'
  | 'empty-image'
  | 'empty-link'
  | 'font-size'
  | 'foreign-picture'
  | 'front-matter-broken'
  | 'front-matter-key'
  | 'front-matter-type'
  | 'hidden-picture'
  | 'image-size'
  | 'look-alike'
  | 'missing-alt'
  | 'mojibake'
  | 'near-separator'
  | 'overflow'
  | 'placeholder'
  | 'several-notes'
  | 'slide-attribute'
  | 'trailing-separator';

/** Something in the text that will not do what its author meant. */
export interface Problem {
  readonly code: ProblemCode;
  readonly range: SourceRange;
  /** The words that it is about. */
  readonly detail: string;
  /** What mends it; null where only a person can. */
  readonly fix: TextEdit | null;
}

/** What a deck's text means. Everything that reads a deck reads this. */
export interface DeckModel {
  readonly text: string;
  /** Range of the front matter block with its fences, or an empty range at 0. */
  readonly frontMatterRange: SourceRange;
  readonly frontMatter: FrontMatter;
  readonly slides: readonly Slide[];
  readonly sections: readonly Section[];
  /** Everything that is wrong, in the order of the text. */
  readonly problems: readonly Problem[];
}
