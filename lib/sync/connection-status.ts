/** Where a person's words are. Instants are milliseconds since 1970. */
export type ConnectionStatus =
  /** Nothing can be shown or typed yet. */
  | { readonly type: 'connecting' }
  /**
   * Connected. `saved` only when the server has committed everything that was typed here; `degraded` when it says that
   * it cannot write just now; `writable` as role and deck allow at this moment.
   */
  | {
      readonly type: 'live';
      readonly saved: boolean;
      readonly savedAt: number | null;
      readonly degraded: boolean;
      readonly writable: boolean;
    }
  /**
   * Not connected. `here` only when all that is unsaved has been read back from this browser's storage; `checking` while that is
   * still to be done for what was typed last.
   */
  | {
      readonly type: 'offline';
      readonly kept: 'here' | 'checking' | 'not-kept';
      readonly unsavedSince: number | null;
    }
  /** The server will not have this connection; retrying cannot mend it. `text` is what it refused, to be copied. */
  | {
      readonly type: 'refused';
      readonly code: number;
      readonly reason: string;
      readonly text?: string;
    };

/** Somebody on the same deck, once per open page. */
export interface Presence {
  readonly clientId: number;
  readonly personId: string | null;
  readonly name: string;
  /** Degrees on the colour wheel. */
  readonly hue: number;
  /** May hold the baton, as the server says; false of this page itself, which knows that otherwise. */
  readonly present: boolean;
  /** True for this page itself. */
  readonly own: boolean;
}
