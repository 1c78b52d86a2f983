import type { TeamHistory } from './archive/archive-views.ts';
import type { Audience, SeriesRole, WriteAudience } from './access.ts';
import type { CorrectionsView, EditionChangesView, ImportedRecordView } from '#lib/corrections/correction-views.ts';
import type { MissingPicture } from '#lib/closing/closing-details.ts';
import type { CallOutcome, EndedView } from '#lib/closing/closing-views.ts';
import type { LiveState } from '#lib/live/live-state.ts';
import type { PixelSize } from '#lib/render/reading.ts';
import type { RecordPart, RecordSlideView } from '#lib/record/record-part.ts';
import type { RunningOrder, SectionStatus } from '#lib/sections/running-order.ts';
import type { UsualTimes } from '#lib/sections/usual-time.ts';

/**
 * What the data functions of `server` hand to pages: plain objects, already checked for the visitor who asked. Each says in
 * `may` what that visitor may do next; addresses are absolute paths built by lib/addresses; instants are ISO 8601 in UTC.
 */

/** An instant with the zone it is meant in. When only the day is known (`hasTime` false) `at` is noon of that day. */
export interface When {
  readonly at: string;
  readonly timeZone: string;
  readonly hasTime: boolean;
  /** The day in that zone, `2024-12-12`. */
  readonly date: string;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Degrees on the colour wheel. */
  readonly hue: number;
}

interface SeriesMay {
  /** Change the series and its people. */
  readonly manage: boolean;
  readonly plan: boolean;
  readonly importDecks: boolean;
  readonly readDecks: boolean;
  readonly writeDecks: boolean;
  readonly readLive: boolean;
  readonly readRecords: boolean;
}

/** The series a page belongs to: enough for its header, breadcrumbs and navigation. */
export interface SeriesReference {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  /** Whether everybody may read its records: those pages may be found by search engines. */
  readonly open: boolean;
  /** The visitor's role in it; null for people outside. */
  readonly role: SeriesRole | null;
  readonly addresses: {
    readonly series: string;
    readonly now: string;
    readonly archive: string;
    readonly template: string;
  };
  readonly may: SeriesMay;
}

export interface CallSummary {
  readonly id: string;
  /** Its last part of the address: `2024-12-12`, `2024-12-12-2`. */
  readonly address: string;
  readonly title: string;
  readonly state: 'planned' | 'live' | 'ended';
  readonly when: When;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** What became of it when it was left to itself. */
  readonly outcome: CallOutcome | null;
  readonly addresses: {
    /** The board; once ended the record. */
    readonly call: string;
    readonly deck: string;
    readonly present: string;
    readonly live: string;
  };
}

/** One line of the archive. */
export interface RecordSummary {
  readonly call: CallSummary;
  /** Newest edition's number. */
  readonly edition: number;
  readonly kind: 'slides' | 'minutes';
  /** Number of slides; 0 for plain minutes. */
  readonly slides: number;
  /** Titles of its sections, in order. */
  readonly sections: readonly string[];
  readonly imported: boolean;
  /** False while the call can still be resumed. */
  readonly sealed: boolean;
}

/** A series on the home page. `records` and `lastRecord` are 0 and null for who may not read records. */
export interface SeriesSummary {
  readonly series: SeriesReference;
  readonly live: CallSummary | null;
  readonly next: CallSummary | null;
  readonly lastRecord: RecordSummary | null;
  readonly records: number;
}

export interface HomeView {
  /** How many deleted series the visitor can bring back as their host. */
  readonly inBin: number;
  /** Sections of the calls to come that the visitor reports or whose team they are in, soonest first. */
  readonly yours: readonly YourSection[];
  readonly series: readonly SeriesSummary[];
  readonly may: { readonly createSeries: boolean };
}

export interface SeriesView {
  readonly series: SeriesReference;
  readonly audiences: {
    readonly readDecks: Audience;
    readonly readLive: Audience;
    readonly readRecords: Audience;
    readonly write: WriteAudience;
  };
  readonly live: CallSummary | null;
  /** Calls to come, soonest first; those whose day has passed without a start are among them. */
  readonly planned: readonly CallSummary[];
  /** Calls of late that were not held, the latest first, at most three. */
  readonly notHeld: readonly CallSummary[];
  /** Newest first, at most six. */
  readonly latestRecords: readonly RecordSummary[];
  readonly records: number;
  /** Null for who may not read decks. */
  readonly template: { readonly deckId: string; readonly address: string } | null;
  /** The page of its teams; null until there are some for all but hosts, and for who may not read it. */
  readonly teams: { readonly count: number; readonly address: string } | null;
}

/** A headed run of slides, as the board and the record list it. */
export interface SectionOutline {
  readonly key: string;
  readonly title: string;
  /** Running number of its first slide, from 0. */
  readonly fromSlide: number;
  readonly slides: number;
}

export interface CallMay {
  readonly readDeck: boolean;
  readonly writeDeck: boolean;
  /** Would write the deck, did its live call not let only hosts and the reporter of the section on the stage write just now. */
  readonly held: boolean;
  readonly readLive: boolean;
  readonly present: boolean;
  /** Take the baton from whoever holds it. */
  readonly takeOver: boolean;
  /** Now: false unless the call is planned. */
  readonly start: boolean;
  /** Now: false unless the call is live. */
  readonly end: boolean;
  /** Now: false unless the call ended less than fifteen minutes ago. */
  readonly resume: boolean;
  readonly readRecord: boolean;
  /** Leave sections out, plan their time, say whose they are. */
  readonly manageSections: boolean;
  /** Let only members write, and open it again. */
  readonly lock: boolean;
  /** Put somebody out of the deck, and let them in again. */
  readonly putOut: boolean;
  /** See what the deck was like, and who wrote what. */
  readonly history: boolean;
  /** Put the call into the bin; a live one has to be ended first. */
  readonly delete: boolean;
}

/** A deck to connect to, with its text at the moment of the request, for the first paint; the socket brings the rest. */
export interface DeckReference {
  readonly id: string;
  readonly epoch: number;
  /** Path of its socket. */
  readonly sync: string;
  readonly text: string;
  readonly order: RunningOrder;
  /** Markdown of the series' template: what of it is left in a team's section is not shown. Null where there is none. */
  readonly template: string | null;
}

/** The time of a call and of its sections, for who may read the deck. */
export interface TimeView {
  /** How long the call may take, in seconds; null where nobody said so. */
  readonly slot: number | null;
  /** How long sections took of late. */
  readonly usual: UsualTimes;
}

/** The board of a call that has not ended. */
export interface CallView {
  readonly series: SeriesReference;
  readonly call: CallSummary;
  /** Null where the visitor may not read the deck (before the call). */
  readonly deck: DeckReference | null;
  readonly time: TimeView;
  /** Who looks at it, or null for nobody. */
  readonly person: PersonView | null;
  readonly may: CallMay;
}

/** What `/<series>/<date>` shows: the board, and once the call has ended its record. */
export type CallPageView =
  | { readonly kind: 'board'; readonly board: CallView }
  /** Its record is being made, or there will be none. */
  | { readonly kind: 'ended'; readonly ended: EndedView }
  | { readonly kind: 'record'; readonly record: RecordView };

/** Everything the stage needs of a deck besides its text. */
interface PicturesView {
  /** Picture address as the text has it → address to load (`/assets/…`). */
  readonly assets: Readonly<Record<string, string>>;
  /** Whether pictures from other servers are shown. */
  readonly foreignPictures: boolean;
}

/** A deck to open in the workspace (`/deck`, `/template`) or to present (`/present`). */
export interface DeckView {
  readonly series: SeriesReference;
  /** Null for the series' template. */
  readonly call: CallSummary | null;
  readonly deck: DeckReference & {
    readonly kind: 'call' | 'correction' | 'template';
    readonly frozen: boolean;
    /** Only members write. Who locked it, where that is known. */
    readonly lock: { readonly by: string | null } | null;
  };
  readonly pictures: PicturesView;
  readonly live: LiveState | null;
  readonly time: TimeView;
  /** Who looks at it, or null for nobody. */
  readonly person: PersonView | null;
  /** They came by a link to this person's section, and are nobody else. */
  readonly bySectionLink: boolean;
  /** Who was put out of it, for whoever may let them in again. */
  readonly putOut: readonly PersonView[];
  readonly may: CallMay;
}

/** The audience's page of a call. `live` is null unless the call runs; then the deck's text is empty for who may read only live. */
export interface LiveView {
  readonly series: SeriesReference;
  readonly call: CallSummary;
  readonly deck: DeckReference;
  readonly pictures: PicturesView;
  readonly live: LiveState | null;
  readonly person: PersonView | null;
  readonly may: CallMay;
}

export interface EditionSummary {
  readonly id: string;
  readonly number: number;
  readonly createdAt: string;
  readonly sealed: boolean;
  readonly address: string;
}

export interface RecordView {
  readonly series: SeriesReference;
  readonly call: CallSummary;
  readonly edition: EditionSummary & {
    /** When it is sealed unless the call is resumed before. */
    readonly sealsAt: string;
    /** SHA-256, hex. */
    readonly checksum: string;
    readonly format: number;
    /** Its Markdown to download. */
    readonly markdown: string;
  };
  /** All editions, newest first. */
  readonly editions: readonly EditionSummary[];
  readonly kind: 'slides' | 'minutes';
  /** What was on the slides, Markdown. */
  readonly text: string;
  readonly slides: readonly RecordSlideView[];
  readonly sections: readonly SectionOutline[];
  /** The same with who reported, and those that had no slides. */
  readonly parts: readonly RecordPart[];
  readonly pictures: PicturesView;
  /** Address to load → how large that picture is, where it is known. */
  readonly pictureSizes: Readonly<Record<string, PixelSize>>;
  /** Picture addresses of which no copy was kept. */
  readonly missingPictures: readonly string[];
  /** What is known of pictures that could not be had when the call ended, for who could ask for them once more; else none. */
  readonly missingBecause: readonly MissingPicture[];
  readonly provenance:
    | { readonly type: 'call'; readonly endedAt: string }
    | {
        readonly type: 'import';
        readonly file: string;
        readonly importedAt: string;
        readonly repairs: readonly string[];
      };
  /** Who was there for the first time and wanted to be named, in the order in which they came. */
  readonly hellos: readonly { readonly id: string; readonly name: string }[];
  /** How this edition differs from the one before it, or an older one from the newest; null for the only one. */
  readonly changes: EditionChangesView | null;
  /** Null for a record that Plenum froze itself. */
  readonly imported: ImportedRecordView | null;
  /** Null for who corrects none of its sections. */
  readonly corrections: CorrectionsView | null;
  readonly previous: CallSummary | null;
  readonly next: CallSummary | null;
  /** Until when the call can be resumed, for who may; else null. */
  readonly resumableUntil: string | null;
  readonly may: CallMay;
}

/** `/<series>/now`: what a person finds who always opens the same address. */
export type NowView =
  | { readonly kind: 'live'; readonly live: LiveView }
  | {
      readonly kind: 'waiting';
      readonly series: SeriesReference;
      /** The next call, for the countdown; null when none is planned. */
      readonly next: CallSummary | null;
      /** Shown below it; null when there is none, or for who may not read records. */
      readonly lastRecord: RecordView | null;
    };

/** A section of a call to come that is somebody's. */
export interface YourSection {
  readonly id: string;
  readonly title: string;
  /** Why it is yours. */
  readonly as: 'reporter' | 'deputy' | 'team';
  readonly team: { readonly name: string; readonly hue: number } | null;
  readonly reporter: PersonView | null;
  readonly status: SectionStatus;
  readonly skipped: boolean;
  readonly changed: { readonly at: string; readonly by: string | null } | null;
  readonly series: string;
  readonly call: CallSummary;
  /** Where it is written. */
  readonly address: string;
}

/** What a section said in the newest call that had one of that team, or, for a topic, of that heading. */
export interface LastSection {
  /** Id of the team, or null for a topic, which goes by its heading. */
  readonly team: string | null;
  readonly folded: string;
  readonly title: string;
  readonly call: CallSummary;
  /** The record's section. */
  readonly address: string;
  /** Markdown, slide by slide, without the headings and report lines that are there anyway. */
  readonly slides: readonly string[];
}

/** Somebody of a series, perhaps without an account. */
export interface TeamPerson extends PersonView {
  /** Without the `@`. */
  readonly handle: string | null;
}

export interface TeamEntry {
  readonly id: string;
  readonly slug: string;
  readonly address: string;
  readonly name: string;
  readonly blurb: string;
  readonly hue: number;
  /** Its other spellings. */
  readonly aliases: readonly string[];
  readonly members: readonly TeamPerson[];
}

/** The teams of a series in their order. `topics` and `people` are empty for who may not manage teams. */
export interface TeamsView {
  readonly series: SeriesReference;
  readonly teams: readonly TeamEntry[];
  /** Headings that are known to be no team's. */
  readonly topics: readonly string[];
  /** Whom a team could have: everybody of the series. */
  readonly people: readonly TeamPerson[];
  readonly may: { readonly manage: boolean };
}

/** A section of a team in a call. */
export interface TeamReport {
  readonly call: CallSummary;
  readonly title: string;
  /** Where it is written, or read once the call has ended. */
  readonly address: string;
  /** Null where nobody is named. */
  readonly reporter: string | null;
  readonly status: SectionStatus | null;
}

export interface TeamView {
  readonly series: SeriesReference;
  readonly team: TeamEntry;
  /** In calls that have not ended, soonest first; none for who may not read decks. */
  readonly coming: readonly TeamReport[];
  /** In records. */
  readonly history: TeamHistory;
  readonly may: { readonly manage: boolean };
}
