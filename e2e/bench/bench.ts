import { parseArgs } from 'node:util';
import { ROOT } from '#server/build/sources.ts';
import { measureExports } from './exports/export-speed.ts';
import { measureArchive } from './archive/archive-speed.ts';
import { compareFaults } from './faults/faults.ts';
import { measureHistory } from './history/history-speed.ts';
import { measureInvitation } from './invitation.ts';
import { measureLive } from './live/live-speed.ts';
import { measurePages } from './page-weight.ts';
import { measurePictures } from './pictures/picture-speed.ts';
import { measureSections } from './sections/section-speed.ts';
import { measureStage } from './stage/stage-speed.ts';
import { measureStart } from './start-time.ts';
import { measureSync } from './sync/sync-speed.ts';

// `npm run bench -- NAME…` prints tables; without a name, all. Peers live in ./peers with a lock file of their own.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { records: { type: 'string' } } });

const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
  start: measureStart,
  pages: measurePages,
  invitation: measureInvitation,
  sections: measureSections,
  history: measureHistory,
  pictures: measurePictures,
  exports: measureExports,
  stage: measureStage,
  live: measureLive,
  sync: measureSync,
  faults: compareFaults,
  archive: () => measureArchive(values.records),
};

process.chdir(ROOT);
for (const name of positionals.length === 0 ? Object.keys(BENCHMARKS) : positionals) {
  const benchmark = BENCHMARKS[name];
  if (benchmark === undefined) {
    process.stderr.write(`There is no benchmark ${name}: choose from ${Object.keys(BENCHMARKS).join(', ')}.\n`);
    process.exit(1);
  }
  process.stdout.write(`\n## ${name}\n`);
  await benchmark();
}
process.exit(0);
