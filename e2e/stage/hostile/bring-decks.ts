import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plenum } from '#e2e/harness/plenum.ts';
import type { HostileDeck } from './hostile-deck.ts';

/** The addresses of a deck that came in twice: as a coming call, and as the record of a past one. */
export interface BroughtDeck {
  readonly planned: string;
  readonly record: string;
}

const FIRST_DAY = { planned: '2027-01-01', record: '2020-01-01' } as const;

/** Brings hostile decks in from the shell, a day apart, in two series: what came in once does not come in again. */
export async function bringDecks(plenum: Plenum, decks: readonly HostileDeck[]): Promise<readonly BroughtDeck[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-hostile-'));
  try {
    for (const as of ['planned', 'record'] as const) {
      mkdirSync(path.join(folder, as));
      for (const [number, { text }] of decks.entries())
        writeFileSync(path.join(folder, as, `${dayOf(as, number)}.md`), asFile(text));
      await plenum.cli('import', path.join(folder, as), '--series', `Hostile ${as}`, '--as', as, '--read', 'public');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return decks.map((_, number) => ({
    planned: `/hostile-planned/${dayOf('planned', number)}`,
    record: `/hostile-record/${dayOf('record', number)}`,
  }));
}

/** A file with half characters or a NUL is no text and is refused; those decks are shown by the stage's own tests as they are. */
function asFile(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

function dayOf(as: keyof typeof FIRST_DAY, number: number): string {
  return new Date(Date.parse(FIRST_DAY[as]) + number * 86_400_000).toISOString().slice(0, 10);
}
