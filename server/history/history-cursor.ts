import { Refusal } from '#lib/errors.ts';

/** Up to where a history was shown: everything that is older, or of the same millisecond with a lower id, comes next. */
export interface HistoryCursor {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly id: string;
  /** Number of the window of the log with which the next part begins. */
  readonly window: number;
}

export function sayCursor({ at, id, window }: HistoryCursor): string {
  return `${at}.${window}.${id}`;
}

/** Refuses what is no cursor. */
export function parseCursor(text: unknown): HistoryCursor {
  const match = typeof text === 'string' ? /^(\d{1,15})\.(\d{1,9})\.([\w-]{1,40})$/.exec(text) : null;
  const [, at, window, id] = match ?? [];
  if (at === undefined || window === undefined || id === undefined)
    throw new Refusal('invalid', 'This part of the history is not there: load the page again.');
  return { at: Number(at), window: Number(window), id };
}
