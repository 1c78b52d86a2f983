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
  /** How many of its lines begin with `note:`; more than one means that none divides, and all stay visible. */
  readonly noteLines: number;
}

/** A headed run of slides: one team's part, or a topic. Every slide is in one; the title is empty before the first heading. */
export interface Section {
  readonly title: string;
  /** Anchor for addresses, unique in the deck. */
  readonly key: string;
  /** First slide and the one after the last. */
  readonly fromSlide: number;
  readonly toSlide: number;
  readonly range: SourceRange;
}

/** Something in the text that will not do what its author meant. */
export interface Problem {
  readonly code: string;
  readonly range: SourceRange;
  readonly detail: string;
}

/** What a deck's text means. Everything that reads a deck reads this. */
export interface DeckModel {
  readonly text: string;
  /** Range of the front matter block with its fences, or an empty range at 0. */
  readonly frontMatterRange: SourceRange;
  readonly frontMatter: FrontMatter;
  readonly slides: readonly Slide[];
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}
