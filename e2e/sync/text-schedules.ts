import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { editDeckText } from '#lib/deck/edit-text.ts';
import { database } from '#server/database/client.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import type { FaultRun } from './fault-run.ts';
import type { Schedule } from './schedule.ts';

/** What people do to a deck that is out of the ordinary. */
export const textSchedules: readonly Schedule[] = [
  {
    name: 'F18 an earlier text is restored by the smallest edit while five people type',
    on: [1, 3],
    async happen(run) {
      // A word that somebody takes out while its letters become another word is nobody's to keep whole.
      run.rest();
      run.erasing = false;
      run.goOn();
      await run.promises(2);
      for (let round = 0; round < 3; round += 1) {
        const earlier = run.typists[0]?.text.toString() ?? '';
        await run.promises(4);
        restore(run, earlier);
        await run.words(20);
      }
      // What the restore took out of others' words is promised to them with the next that they type.
      await run.promises(1);
    },
  },
  {
    name: 'F17 ten thousand rows without a snapshot come from elsewhere, and are loaded',
    on: [1, 3],
    options: { idleMs: 50 },
    async happen(run, size) {
      await run.promises(2);
      await appendFromElsewhere(run.deckId, size === 'long' ? 10_000 : 1_000);
      await run.promises(2);
      for (const server of run.servers) {
        await server.end('SIGKILL');
        await server.start();
      }
      await run.promises(2);
    },
  },
];

/** Rows as a command line would write them, one at a time: a letter that comes and goes. */
async function appendFromElsewhere(deckId: string, rows: number): Promise<void> {
  const store = new PostgresStore(database);
  const doc = createDeckDoc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let row = 0; row < rows; row += 2) {
    deckText(doc).insert(0, 'x');
    deckText(doc).delete(0, 1);
  }
  for (const data of updates) await store.append([{ deckId, epoch: 1, rows: [{ data, personId: null }] }]);
}

/** The first person's page restores; what it shows and the earlier text does not is taken out, and nothing else. */
function restore({ typists }: FaultRun, earlier: string): void {
  const [host] = typists;
  if (host === undefined) return;
  const kept = new Set(earlier.split('\n'));
  const erased = host.text
    .toString()
    .split('\n')
    .filter((line) => !kept.has(line));
  editDeckText(host.doc, earlier, 'restore');
  for (const word of erased) typists.find(({ ledger }) => word.startsWith(`${ledger.name}.`))?.ledger.erased(word);
}
