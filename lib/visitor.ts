import type { SeriesRole } from './access.ts';

/** A person who asks, as far as a page or a socket needs to know. */
export interface VisitorPerson {
  readonly id: string;
  readonly name: string;
  /** Degrees on the colour wheel, for cursors and marks. */
  readonly hue: number;
  readonly admin: boolean;
  /** True with an account, false for a guest. */
  readonly signedIn: boolean;
}

/** A program that holds an API token: it has this role in that series, or in all. Its person is the author of what it writes. */
export interface VisitingProgram {
  readonly seriesId: string | null;
  readonly role: SeriesRole;
}

/** Whoever sends a request: a person or nobody, with the links that their browser holds. */
export interface Visitor {
  readonly person: VisitorPerson | null;
  readonly linkIds: readonly string[];
  readonly program?: VisitingProgram;
}

/** Somebody without account and links. */
export const STRANGER: Visitor = { person: null, linkIds: [] };
