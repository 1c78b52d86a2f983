/** A heading that decks taught, and how often. Dates are of calls, `2024-12-12`. */
export interface LearnedHeadingView {
  readonly name: string;
  readonly spellings: readonly { readonly spelling: string; readonly decks: number; readonly last: string }[];
  readonly decks: number;
  readonly last: string;
  readonly certain: boolean;
}

export interface LearnedTeamView extends LearnedHeadingView {
  /** The team that these are new spellings of; null for a new team. */
  readonly into: { readonly id: string; readonly name: string } | null;
  /** Who usually reports, most often first: `@handle`, or a name. */
  readonly reporters: readonly { readonly who: string; readonly decks: number; readonly last: string }[];
}

/** What decks teach that the series does not know yet. */
export interface LearnedView {
  /** So many decks were read. */
  readonly decks: number;
  readonly teams: readonly LearnedTeamView[];
  readonly topics: readonly LearnedHeadingView[];
  readonly doubtful: readonly {
    readonly heading: string;
    readonly date: string;
    /** Seen once only; names several teams; or recurs with reporters though nothing in it says that it is a team. */
    readonly why: 'once' | 'several' | 'unmarked';
    /** The team that it may be, by name. */
    readonly guess: string | null;
  }[];
}
