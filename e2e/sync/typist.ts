import type { Chance } from '#e2e/harness/chance.ts';
import type * as Y from 'yjs';
import type { Ledger } from './ledger.ts';

/** A real client with somebody who types unique words into it. */
export interface Typist {
  readonly ledger: Ledger;
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  /** Why the server will not have this client, or null. */
  readonly refusal: number | null;
  /** True when the deck is there and everything typed is promised. */
  readonly settled: boolean;
  /** True from when the deck is there to be typed into. */
  readonly ready: boolean;
  /** Gives up the connection and makes another. */
  reconnect(): void;
  close(): void;
}

/** Types a word on a line of its own, anywhere; now and then, if erasing, takes one of the typist's own out instead. */
export function typeWord({ text, ledger }: Typist, pick: Chance, erasing = true): void {
  const lines = text.toString().split('\n');
  const own = lines.findIndex((line) => line.startsWith(`${ledger.name}.`));
  if (erasing && own !== -1 && pick(8) === 0) {
    text.delete(startOf(lines, own), (lines[own]?.length ?? 0) + 1);
    return ledger.erased(lines[own] ?? '');
  }
  const word = ledger.fresh();
  // The words of the beginning stay whole: between lines only.
  text.insert(startOf(lines, pick(lines.length)), `${word}\n`);
  ledger.typed(word);
}

function startOf(lines: readonly string[], line: number): number {
  return lines.slice(0, line).reduce((at, { length }) => at + length + 1, 0);
}
