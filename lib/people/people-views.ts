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
  /** Whether a section's reporter is offered to present when the stage comes to it. */
  readonly offersBaton: boolean;
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

/** What people see of themselves. */
export interface ProfileView extends PersonView {
  readonly handle: string | null;
  readonly email: string | null;
  /** False for a guest, who is known to one browser only. */
  readonly signedIn: boolean;
  readonly admin: boolean;
  readonly series: readonly { readonly name: string; readonly address: string; readonly role: SeriesRole }[];
}

/** A section that somebody reported in a call that has ended. */
export interface PastSection {
  readonly title: string;
  readonly series: string;
  /** `2024-12-12`. */
  readonly date: string;
  readonly address: string;
}

/** Somebody as admins see them. */
export interface AdminPersonRow extends PersonView {
  readonly handle: string | null;
  readonly email: string | null;
  readonly kind: 'account' | 'guest' | 'named';
  readonly admin: boolean;
  readonly disabled: boolean;
  readonly lastSeenAt: string | null;
  readonly series: number;
}

export interface AdminSeriesRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly hosts: readonly string[];
  readonly members: number;
  readonly calls: number;
  /** Nobody who can sign in is its host. */
  readonly orphaned: boolean;
}

/** What disabling somebody ends, and what goes on because it belongs to a series or to the instance. */
export interface DisablingView {
  readonly ends: {
    readonly sessions: number;
    readonly sectionLinks: readonly string[];
  };
  readonly stays: {
    readonly links: readonly string[];
    readonly invitations: readonly string[];
    readonly tokens: readonly string[];
  };
}

export interface AdminPersonView {
  readonly person: AdminPersonRow;
  readonly you: boolean;
  readonly series: readonly { readonly name: string; readonly address: string; readonly role: SeriesRole }[];
  /** Series that would have no host without them. */
  readonly onlyHostOf: readonly string[];
  readonly disabling: DisablingView;
}

export interface AdminView {
  readonly people: readonly AdminPersonRow[];
  /** More than are shown. */
  readonly morePeople: boolean;
  readonly series: readonly AdminSeriesRow[];
  /** Whom a series can be given to. */
  readonly accounts: readonly PersonView[];
}
