import type { Contender } from '#e2e/bench/sync/contender.ts';
import { DeckClient } from '#e2e/bench/sync/deck-client.ts';
import type { ServerUnderTest } from '#e2e/bench/sync/server-under-test.ts';

/** What became of the words of one fault. */
export interface FaultOutcome {
  readonly fault: string;
  readonly server: string;
  readonly typed: number;
  /** Words that the server called safe, or that everybody else could read where it says nothing. */
  readonly promised: number;
  /** Of all that were typed, how many somebody finds who comes afterwards. */
  readonly found: number;
  /** Promised and not found. */
  readonly lost: number;
  readonly note: string;
}

/** The words of a deck as somebody finds them who opens it now, with nothing in hand. */
export async function wordsFound(
  { dialect }: Contender,
  { address }: ServerUnderTest,
  deck: string,
): Promise<ReadonlySet<string>> {
  const newcomer = await DeckClient.open({ dialect, address, deck, person: 'Eve' });
  // y-websocket's server answers before it has loaded: what it sends within a second counts as well.
  if (dialect === 'y-websocket') await new Promise((resolve) => setTimeout(resolve, 1_000));
  const words = new Set(newcomer.text.toString().split(' '));
  newcomer.close();
  return words;
}

/** Compares what was typed and what was promised with what is found. */
export function outcomeOf(
  what: Pick<FaultOutcome, 'fault' | 'server' | 'note'>,
  { typed, promised }: { readonly typed: readonly string[]; readonly promised: readonly string[] },
  found: ReadonlySet<string>,
): FaultOutcome {
  return {
    ...what,
    typed: typed.length,
    promised: promised.length,
    found: typed.filter((word) => found.has(word)).length,
    lost: promised.filter((word) => !found.has(word)).length,
  };
}
