import type { CorrectRecord } from '#components/corrections/correction-actions.ts';

/** What the buttons of a call ask the server; each answers null, or why it was refused. */
export interface CallActions {
  readonly start: () => Promise<string | null>;
  readonly end: () => Promise<string | null>;
  readonly resume: () => Promise<string | null>;
  /** Takes back that the call was not held. */
  readonly reopen: () => Promise<string | null>;
  /** Asks once more for pictures that the record lacks. */
  readonly gatherAgain: () => Promise<string | null>;
  /** Takes a name out of the record, by the hello's id. */
  readonly removeHello: (helloId: string) => Promise<string | null>;
  /** Puts right what is known of an imported record. */
  readonly correctRecord: CorrectRecord;
  readonly delete: () => Promise<string | null>;
  /** Says how long it may take, in seconds, or nothing of that. */
  readonly changeSlot: (seconds: number | null) => Promise<string | null>;
}
