import type { DeckView } from '#lib/views.ts';
import type { SectionDiff } from '#lib/record/edition-diff.ts';

/** What a record's page says of its corrections, to those who may make one. */
export interface CorrectionsView {
  /** ISO 8601: until then reporters correct, and all that waits is published at once. Null once it is over. */
  readonly closesAt: string | null;
  /** How many wait for that time. */
  readonly waiting: number;
  /** The sections that the visitor may correct: where, and whether one is under way. */
  readonly sections: readonly CorrectableSection[];
}

export interface CorrectableSection {
  readonly key: string;
  readonly title: string;
  readonly address: string;
  /** Somebody has begun. */
  readonly open: boolean;
}

/** The correction of a section as its own pages show it. */
export interface CorrectionView {
  readonly deckId: string;
  readonly title: string;
  readonly state: 'open' | 'published' | 'withdrawn';
  /** Why it was withdrawn by itself. */
  readonly why: string | null;
  /** ISO 8601: when it is published; null where a host publishes it. */
  readonly dueAt: string | null;
  /** The edition that it became part of. */
  readonly edition: { readonly number: number; readonly address: string } | null;
  /** The record. */
  readonly record: string;
  /** Where another one begins. */
  readonly again: string;
  readonly may: { readonly withdraw: boolean; readonly publish: boolean };
}

/** The page on which a correction begins. */
export interface BeginCorrectionView {
  readonly callId: string;
  readonly series: DeckView['series'];
  readonly call: NonNullable<DeckView['call']>;
  readonly key: string;
  readonly title: string;
  /** ISO 8601: when it will be published; null where a host does that. */
  readonly dueAt: string | null;
  /** Where the one that is under way is written; else null. */
  readonly open: string | null;
  /** The last one that became nothing, whose text is still there. */
  readonly withdrawn: { readonly address: string; readonly why: string | null } | null;
}

/** A correction in the workspace. */
export interface CorrectionDeckView {
  readonly view: DeckView;
  readonly correction: CorrectionView;
}

/** How an edition differs from the one before it, or, of an older one, from the newest. */
export interface EditionChangesView {
  readonly type: 'since' | 'later';
  /** Number and address of the edition that it is compared with. */
  readonly number: number;
  readonly address: string;
  readonly sections: readonly ChangedSectionView[];
  /** Who corrected what, when, of the edition that is shown. */
  readonly corrections: readonly { readonly title: string; readonly by: readonly string[]; readonly at: string }[];
}

export interface ChangedSectionView extends Omit<SectionDiff, 'slides'> {
  readonly slides: readonly (SectionDiff['slides'][number] & {
    /** Where the slide is in the newer of the two editions; of a removed one in the older. */
    readonly address: string;
  })[];
}

/** What was put right in what is known of an imported record. */
export interface ImportedNote {
  readonly type: 'date' | 'title' | 'team';
  /** What it was: a date, a title; of a team the section. */
  readonly from: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
}

/** An imported record: what was put right, the newest of each first, and for hosts what can be. */
export interface ImportedRecordView {
  readonly notes: readonly ImportedNote[];
  readonly form: {
    readonly date: string;
    readonly title: string;
    readonly sections: readonly { readonly position: number; readonly title: string; readonly team: string | null }[];
    readonly teams: readonly { readonly id: string; readonly name: string }[];
  } | null;
}
