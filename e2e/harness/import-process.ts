import { workWriting } from '#server/imports/work-run.ts';

// Writes one import, says after each file how many are through, and is killed by the test at one of them.
const [runId = ''] = process.argv.slice(2);
await workWriting(runId, { told: (done) => process.stdout.write(`${done}\n`) });
process.exit(0);
