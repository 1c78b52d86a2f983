/** What a series knows of headings. */
export interface KnownHeadings {
  /** Id of the team whose heading this is, null for a known topic's, undefined for one that is not known. */
  readonly teamOf: (heading: string) => string | null | undefined;
}

/** Of a deck that belongs to no series, and until its series is known. */
export const NO_HEADINGS: KnownHeadings = { teamOf: () => undefined };
