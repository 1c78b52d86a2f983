// Stores pictures for a series, four at a time, until it is killed: a process for tests. Says a line for each that it names.
import { storeAsset } from '#server/assets/store-asset.ts';

import { noise } from './pictures.ts';

const seriesId = process.env['SERIES_ID'] ?? '';

// Drawn before, so that from the first line on all it does is storing.
const pictures = await Promise.all(Array.from({ length: 32 }, () => noise(500, 400)));

async function storeAll(): Promise<void> {
  for (let picture = pictures.pop(); picture !== undefined; picture = pictures.pop()) {
    const { key } = await storeAsset(picture, { seriesId, name: 'quay.jpg', personId: null });
    process.stdout.write(`${key}\n`);
  }
}

process.stdout.write('ready\n');
await Promise.all([storeAll(), storeAll(), storeAll(), storeAll()]);
// Whoever is late still finds somebody to kill.
setInterval(() => undefined, 1_000);
