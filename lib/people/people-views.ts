import type { Audience, SeriesRole, WriteAudience } from '#lib/access.ts';
import type { PersonView, SeriesReference } from '#lib/views.ts';

/** An invitation that was just made: its path is shown this once. */
export interface MadeInvitation {
  readonly id: string;
  readonly name: string;
  /** Where it could be sent to. */
  readonly email: string | null;
  readonly path: string;
}

export interface MemberView extends PersonView {
  readonly handle: string | null;
  /** For hosts only. */
  readonly email: string | null;
  readonly role: SeriesRole;
  /** To five minutes; null for who was never here since this is kept. */
  readonly lastSeenAt: string | null;
  readonly you: boolean;
}

/** Somebody who is named in the series and has no account yet. */
export interface NamedView extends PersonView {
  readonly handle: string | null;
  readonly email: string | null;
  /** In how many decks they report. */
  readonly sections: number;
  readonly teams: readonly string[];
}

export interface InvitationView {
  readonly id: string;
  readonly name: string;
  readonly role: SeriesRole;
  /** Opened by as many as like. */
  readonly many: boolean;
  readonly mailedTo: string | null;
  readonly expiresAt: string;
}

/** The people of a series. `named` and `invitations` are empty for all but hosts. */
export interface SeriesPeopleView {
  readonly series: SeriesReference;
  readonly audiences: {
    readonly readDecks: Audience;
    readonly readLive: Audience;
    readonly readRecords: Audience;
    readonly write: WriteAudience;
  };
  readonly members: readonly MemberView[];
  readonly named: readonly NamedView[];
  readonly invitations: readonly InvitationView[];
  readonly may: { readonly manage: boolean; readonly mail: boolean };
}

/** One line of the log of access changes, freezes, restores, deletions and imports. */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  /** Null for the command line and for jobs. */
  readonly by: string | null;
  /** `noun.verb`. */
  readonly act: string;
  readonly series: { readonly name: string; readonly address: string } | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** To go on with older ones; null when there are none. */
  readonly before: string | null;
}
