import type { DeckAccessActions } from '#components/workspace/access-actions.ts';
import type {
  ChangeMade,
  HistoryActions,
  HistoryChange,
  HistoryEntry,
  HistoryPerson,
  HistoryView,
} from '#lib/history/history-views.ts';

/** A change that somebody thinks about: what it is, and how it is said. */
export interface AskedChange {
  readonly change: HistoryChange;
  readonly question: string;
  /** What will not change; empty where that goes without saying. */
  readonly stays: string;
  readonly yes: string;
  /** What is said once it is done. */
  readonly done: string;
}

/** A stretch of history to look at as it went by. */
export interface AskedPlay {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** What stands in place of the moment while somebody is at it. */
export type Doing =
  | { readonly type: 'change'; readonly asked: AskedChange }
  | { readonly type: 'play'; readonly asked: AskedPlay };

/** What was just done, and what takes it back. */
export interface Done {
  readonly sentence: string;
  readonly made: ChangeMade;
}

/** What every part of the history page shares. */
export interface HistoryFrame {
  readonly view: HistoryView;
  /** All that is loaded, newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly actions: HistoryActions;
  readonly access: DeckAccessActions | null;
  /** Address of the stage document. */
  readonly stage: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** An instant as people say it: the time of today, else with its day. */
  readonly sayMoment: (at: string) => string;
  readonly sayDay: (at: string) => string;
  readonly sayTime: (at: string) => string;
  readonly undoOf: (person: HistoryPerson, since: number, sinceAt: string) => AskedChange | null;
  readonly doing: Doing | null;
  readonly onDo: (doing: Doing | null) => void;
}
