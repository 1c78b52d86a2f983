import { mirrorSeries } from '#server/mirror/mirror-series.ts';
import { closeDatabase } from '#server/database/client.ts';

import { policyFor } from './git-server.ts';

// A process of Plenum that brings one series into its mirror, for tests that kill it: `series host port`.
const [seriesId = '', host = '', port = '0'] = process.argv.slice(2);
await mirrorSeries(seriesId, policyFor(host, Number(port)));
await closeDatabase();
