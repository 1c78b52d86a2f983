import { editDeckText } from '#lib/deck/edit-text.ts';
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
    },
  },
];

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
