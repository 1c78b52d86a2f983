import { z } from 'zod';

/** Who may read a part of a series: everybody, whoever holds a link, or its members. */
export const audienceSchema = z.enum(['public', 'link', 'members']);
export type Audience = z.infer<typeof audienceSchema>;

/** Who may write the decks of a series besides its hosts and writers. */
export const writeAudienceSchema = z.enum(['members', 'signed_in', 'link']);
export type WriteAudience = z.infer<typeof writeAudienceSchema>;

export const seriesRoleSchema = z.enum(['host', 'writer', 'reader']);
export type SeriesRole = z.infer<typeof seriesRoleSchema>;

/** Everything that a person can ask to do. A new act needs a line in `RULES`, so that nothing is allowed by omission. */
export type Act =
  | 'series.create'
  | 'series.read'
  | 'series.manage'
  | 'series.members'
  | 'series.delete'
  | 'series.restore'
  | 'call.plan'
  | 'call.read'
  | 'call.start'
  | 'call.end'
  | 'call.delete'
  | 'deck.read'
  | 'deck.write'
  | 'deck.history'
  | 'deck.lock'
  | 'deck.putOut'
  | 'section.report'
  | 'section.manage'
  | 'team.manage'
  | 'live.read'
  | 'live.present'
  | 'live.takeOver'
  | 'record.read'
  | 'import.run'
  | 'asset.read'
  | 'asset.describe'
  | 'asset.manage'
  | 'instance.manage';

/** What is known of the one who asks, in a series and, where one is asked about, on a deck of it. Disabled people are nobody. */
export interface Asker {
  readonly personId: string | null;
  /** True for a person with an account, false for guests and nobody. */
  readonly signedIn: boolean;
  readonly admin: boolean;
  /** Role in the series asked about. */
  readonly role: SeriesRole | null;
  /** Strongest link held for the series (or deck) asked about: one to a section of the deck counts most. */
  readonly link: 'read' | 'write' | 'section' | null;
  /** Reports a section of the deck asked about, or stands in. */
  readonly reports: boolean;
  /** Was put out of the deck asked about. */
  readonly putOut: boolean;
  /** The deck asked about is locked: only members write. */
  readonly locked: boolean;
  /** Its call is live and only hosts and who reports the section on the stage write: this is neither. */
  readonly held: boolean;
  /** The call of the deck asked about is in the bin. */
  readonly deleted: boolean;
  /** The deck asked about corrects a section of a record: whether it is theirs to write, or only to read. Null for any other deck. */
  readonly corrects: 'write' | 'read' | 'none' | null;
}

/** What the hosts of a series say of who may read and write. */
export interface SeriesAudiences {
  readonly readDecks: Audience;
  readonly readLive: Audience;
  readonly readRecords: Audience;
  readonly write: WriteAudience;
}

/** What a series says of who may do what. */
export interface AccessRules extends SeriesAudiences {
  /** Since when it is in the bin; null for one that is not. */
  readonly deletedAt: Date | null;
}

type Rule = (asker: Asker, series: AccessRules) => boolean;

const isHost: Rule = (asker) => asker.role === 'host';
const isMember: Rule = (asker) => asker.role !== null;

const audience = (asker: Asker, who: Audience): boolean =>
  who === 'public' || asker.role !== null || (who === 'link' && asker.link !== null);

const writesAsMember: Rule = (asker) => asker.role === 'host' || asker.role === 'writer';

/** Whom the series lets write, or a link to their section: a lock does not take from them that they may read. */
const belongs: Rule = (asker, series) =>
  writesAsMember(asker, series) ||
  asker.link === 'section' ||
  (series.write === 'signed_in' && asker.signedIn) ||
  (series.write === 'link' && asker.link === 'write');

/** Who writes in the deck over the whole call: what is asked for a moment only takes nothing else from them. */
const isWriter: Rule = (asker, series) =>
  !asker.putOut && (writesAsMember(asker, series) || (!asker.locked && belongs(asker, series)));

const mayWrite: Rule = (asker, series) => !asker.held && isWriter(asker, series);

const mayReadDecks: Rule = (asker, series) =>
  (!asker.putOut && belongs(asker, series)) || audience(asker, series.readDecks);
const mayReadLive: Rule = (asker, series) => mayReadDecks(asker, series) || audience(asker, series.readLive);
const mayReadRecords: Rule = (asker, series) => mayReadDecks(asker, series) || audience(asker, series.readRecords);

/** The one table: act by act, who may. An admin runs the instance but is no member of a series by that. */
const RULES: Readonly<Record<Act, Rule>> = {
  'instance.manage': (asker) => asker.admin,
  'series.create': (asker) => asker.signedIn,
  'series.read': (asker, series) => mayReadLive(asker, series) || mayReadRecords(asker, series),
  'series.manage': isHost,
  'series.members': isMember,
  'series.delete': isHost,
  // Bringing back loses nothing, and the hosts of a series in the bin may be gone.
  'series.restore': (asker) => asker.role === 'host' || asker.admin,
  'call.plan': isHost,
  'call.read': (asker, series) => mayReadLive(asker, series) || mayReadRecords(asker, series),
  'call.start': isHost,
  'call.end': isHost,
  'call.delete': isHost,
  'deck.read': mayReadDecks,
  'deck.write': mayWrite,
  // What was taken out of a text is not for everybody who may read it.
  'deck.history': (asker, series) => isMember(asker, series) || isWriter(asker, series),
  'deck.lock': (asker, series) => isHost(asker, series) || (asker.reports && belongs(asker, series) && !asker.putOut),
  'deck.putOut': isHost,
  'section.report': mayWrite,
  'section.manage': isHost,
  'team.manage': isHost,
  'live.read': mayReadLive,
  'live.present': (asker, series) => (isMember(asker, series) || asker.reports) && isWriter(asker, series),
  'live.takeOver': isHost,
  'record.read': mayReadRecords,
  'import.run': isHost,
  // All pictures of a series in one list, those of decks to come among them.
  'asset.read': (asker, series) => isMember(asker, series) && mayReadDecks(asker, series),
  'asset.describe': writesAsMember,
  'asset.manage': isHost,
};

const nobody: Rule = () => false;
const mayReadCorrection: Rule = (asker, series) =>
  isHost(asker, series) || ((asker.corrects === 'read' || asker.corrects === 'write') && isWriter(asker, series));
const mayWriteCorrection: Rule = (asker, series) =>
  isHost(asker, series) || (asker.corrects === 'write' && isWriter(asker, series));

/** What the deck of a correction is for: whoever reported the section, their team and the hosts, until it is published. */
const ON_CORRECTION: Readonly<Partial<Record<Act, Rule>>> = {
  'deck.read': mayReadCorrection,
  'deck.write': mayWriteCorrection,
  'deck.history': mayReadCorrection,
  'deck.lock': nobody,
  'deck.putOut': nobody,
  'section.report': nobody,
  'section.manage': nobody,
  'live.read': nobody,
  'live.present': nobody,
  'live.takeOver': nobody,
};

/** All that is left to do with a series in the bin, and with a call there: deleting it is done already, bringing it back is not. */
const IN_BIN: Readonly<Record<'series' | 'call', ReadonlySet<Act>>> = {
  series: new Set<Act>(['series.delete', 'series.restore']),
  call: new Set<Act>(['call.delete']),
};

/** Rules of a series that does not exist yet: nobody but the asker's own standing counts. */
export const CLOSED: AccessRules = {
  readDecks: 'members',
  readLive: 'members',
  readRecords: 'members',
  write: 'members',
  deletedAt: null,
};

/** Nobody: no account, no link. */
export const NOBODY: Asker = {
  personId: null,
  signedIn: false,
  admin: false,
  role: null,
  link: null,
  reports: false,
  putOut: false,
  locked: false,
  held: false,
  deleted: false,
  corrects: null,
};

/** Whether the asker may do this under the rules of the series it concerns. What is in the bin is refused here, for everybody. */
export function may(asker: Asker, act: Act, series: AccessRules): boolean {
  if (series.deletedAt !== null && !IN_BIN.series.has(act)) return false;
  if (asker.deleted && !IN_BIN.call.has(act)) return false;
  const rule = asker.corrects === null ? undefined : ON_CORRECTION[act];
  return (rule ?? RULES[act])(asker, series);
}
