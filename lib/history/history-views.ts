import { z } from 'zod';
import type { TextChange } from '#lib/deck/edit-text.ts';
import type { CallSummary, DeckView, PersonView, SeriesReference } from '#lib/views.ts';

/**
 * What the data functions of `server/history` hand to pages. A moment of a deck is a number of its log: the text as it is up to
 * and including that row; 0 is before the first. Instants are ISO 8601 in UTC.
 */

/** Why a revision was kept; `lib/messages` has the words. */
export type RevisionReason =
  | 'created'
  | 'imported'
  | 'started'
  | 'ended'
  | 'resumed'
  | 'named'
  /** Before the first edit after a rest. */
  | 'rested'
  /** While it is being edited. */
  | 'edited'
  /** Before much was taken out at once. */
  | 'deletion'
  | 'ready'
  | 'restored'
  | 'undone';

/** Who wrote: somebody with or without an account, or a program. */
export interface HistoryPerson extends PersonView {
  readonly guest: boolean;
}

/** How many words of a section somebody added and took out. */
export interface SectionAmount {
  /** Empty for what stands before the first heading. */
  readonly title: string;
  readonly added: number;
  readonly removed: number;
}

/** What one person wrote in one go, whoever else wrote meanwhile. */
export interface EditsEntry {
  readonly type: 'edits';
  /** Null where the log does not say. */
  readonly person: HistoryPerson | null;
  /** Numbers of their first and last row; the moment before is `from - 1`. */
  readonly from: number;
  readonly to: number;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Only those that changed, in the order of the text. */
  readonly sections: readonly SectionAmount[];
}

/** A moment that was kept for good, or until thinning. */
export interface RevisionEntry {
  readonly type: 'revision';
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly reason: RevisionReason;
  readonly name: string | null;
  readonly person: PersonView | null;
  /** Who wrote since the revision before; empty where that is not known. */
  readonly authors: readonly PersonView[];
}

/** Something was done about who may write. */
export interface ActEntry {
  readonly type: 'act';
  readonly id: string;
  readonly at: string;
  readonly act: 'deck.lock' | 'deck.unlock' | 'deck.putOut' | 'deck.letIn';
  readonly person: PersonView | null;
  /** Who was put out or let in. */
  readonly about: PersonView | null;
}

export type HistoryEntry = EditsEntry | RevisionEntry | ActEntry;

/** A part of a deck's history, newest first. */
export interface HistoryPart {
  readonly entries: readonly HistoryEntry[];
  /** What to ask for the part before; null when this is the oldest. */
  readonly older: string | null;
}

/** The history page of a deck. */
export interface HistoryView extends HistoryPart {
  readonly series: SeriesReference;
  /** Null for a template. */
  readonly call: CallSummary | null;
  readonly deck: {
    readonly id: string;
    readonly address: string;
    /** The record is made: nothing can be brought back into it. */
    readonly frozen: boolean;
    readonly lock: DeckView['deck']['lock'];
  };
  readonly pictures: DeckView['pictures'];
  readonly putOut: readonly PersonView[];
  /** The newest moment. */
  readonly head: number;
  /** For so many days the log says who typed what; older moments are revisions. */
  readonly keptDays: number;
  readonly may: {
    /** The whole deck, any section or slide. */
    readonly restoreAll: boolean;
    /** Own sections at least. */
    readonly restoreOwn: boolean;
    /** Take back what anybody wrote; else only the visitor's own. */
    readonly undoOthers: boolean;
    readonly name: boolean;
    readonly lock: boolean;
    readonly putOut: boolean;
  };
  /** The visitor as an author of this deck. */
  readonly you: PersonView | null;
}

/** A section of an old text. */
export interface OldSection {
  readonly title: string;
  /** UTF-16 offsets in the old text. */
  readonly from: number;
  readonly to: number;
  /** What became of it in the text that it is compared with. */
  readonly became: 'same' | 'changed' | 'gone';
  /** Whether the visitor may restore it. */
  readonly restorable: boolean;
}

/** The text at a moment beside another. */
export interface MomentView {
  readonly at: { readonly seq: number; readonly when: string };
  readonly against: { readonly seq: number; readonly when: string };
  readonly text: string;
  readonly againstText: string;
  readonly sections: readonly OldSection[];
  /** Rows before and after which it may be compared: the earliest moment that the log still has. */
  readonly earliest: number;
}

/** A text as it came to be, step by step. */
export interface PlayView {
  readonly start: string;
  readonly steps: readonly PlayStep[];
  readonly people: readonly HistoryPerson[];
}

export interface PlayStep {
  /** The moment after this step. */
  readonly seq: number;
  readonly at: string;
  /** Place in `people`; null where several wrote, or the log does not say. */
  readonly person: number | null;
  /** What turns the text before into this one, in order, by offsets of the text before. */
  readonly changes: readonly TextChange[];
}

const seq = z.number().int().nonnegative();

/** A change to the deck of today that history offers. Sections and slides are counted from 0 in the old text. */
export const historyChangeSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('restore'),
    at: seq,
    part: z.union([z.literal('deck'), z.object({ section: seq }), z.object({ slide: seq })]),
  }),
  /** Takes back all that a person wrote in the rows from `since` on. */
  z.object({ type: z.literal('undo'), personId: z.uuid(), since: seq }),
  /** Takes back these rows: a restore, an undo, a large deletion. */
  z.object({ type: z.literal('takeBack'), from: seq, to: seq }),
]);
export type HistoryChange = z.infer<typeof historyChangeSchema>;

/** Something that taking back leaves to people to decide. */
export interface Undecided {
  /**
   * `elsewhere`: these words were taken out, and stand by now in what somebody else wrote: they are not brought back a second time.
   * `alone`: somebody else wrote these words within what is taken back: they stay, without it.
   * `brought`: these words were cut before the moment and put here after it: they stay, or they would be lost.
   * `both`: somebody else took these words out at the same time: they stay out.
   */
  readonly why: 'elsewhere' | 'alone' | 'brought' | 'both';
  readonly words: string;
  /** Who wrote what stands there now. */
  readonly person: PersonView | null;
  /** Title of the section, as it is now. */
  readonly section: string;
}

/** What a change would do. */
export interface ChangePreview {
  readonly before: string;
  readonly after: string;
  readonly undecided: readonly Undecided[];
}

/** A change that was made. */
export interface ChangeMade {
  /** The rows that it wrote, to take it back with; null when there was nothing to change. */
  readonly rows: { readonly from: number; readonly to: number } | null;
  readonly undecided: readonly Undecided[];
}

/** Who wrote which characters, by Yjs ids, so that it holds while the text goes on. */
export interface BlameView {
  readonly people: readonly HistoryPerson[];
  /** Client id, first clock, length, place in `people` (-1: not known), seconds since 1970 (0: before the log begins). */
  readonly runs: readonly (readonly [number, number, number, number, number])[];
}

/** What a server function answers: its value, or one sentence why not. */
export type Answer<T> = T | { readonly refusal: string };

/** What the history page can ask for. */
export interface HistoryActions {
  readonly older: (cursor: string) => Promise<Answer<HistoryPart>>;
  /** A moment beside another; beside now without one. */
  readonly moment: (at: number, against: number | null) => Promise<Answer<MomentView>>;
  /** At most 200 steps, whatever the span. */
  readonly play: (from: number, to: number) => Promise<Answer<PlayView>>;
  readonly preview: (change: HistoryChange) => Promise<Answer<ChangePreview>>;
  readonly make: (change: HistoryChange) => Promise<Answer<ChangeMade>>;
  /** Keeps a moment under a name. Null when done. */
  readonly name: (at: number, name: string) => Promise<{ readonly refusal: string } | null>;
}
