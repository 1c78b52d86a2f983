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

/** Whoever sends a request: a person or nobody, with the links that their browser holds. */
export interface Visitor {
  readonly person: VisitorPerson | null;
  readonly linkIds: readonly string[];
}

/** Somebody without account and links. */
export const STRANGER: Visitor = { person: null, linkIds: [] };
