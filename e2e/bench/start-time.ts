import { rmSync } from 'node:fs';
import { Plenum } from '#e2e/harness/plenum.ts';
import { build } from '#server/build/build.ts';

async function seconds(act: () => Promise<unknown>): Promise<string> {
  const begin = performance.now();
  await act();
  return ((performance.now() - begin) / 1000).toFixed(1);
}

/** How long `npm start` takes until it says that it is ready: without a build, with one and a new data folder, and again. */
export async function measureStart(): Promise<void> {
  rmSync('.next', { recursive: true, force: true });
  rmSync('.build', { recursive: true, force: true });
  const rows: Record<string, string>[] = [];
  rows.push({ step: 'build', seconds: await seconds(build) });
  let plenum: Plenum | undefined;
  rows.push({
    step: 'first start: new Postgres, migrations, ready',
    seconds: await seconds(async () => (plenum = await Plenum.start())),
  });
  await plenum?.end('SIGTERM');
  rows.push({ step: 'second start', seconds: await seconds(async () => plenum?.startAgain()) });
  await plenum?.dispose();
  console.table(rows);
}
