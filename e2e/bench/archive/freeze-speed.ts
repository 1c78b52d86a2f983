import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { summary } from '#e2e/bench/stage/quantiles.ts';
import { prepareTemplate, testDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { assetReference } from '#lib/addresses.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { endCall } from '#server/calls/end-call.ts';
import { resumeCall } from '#server/calls/resume-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { openEmbeddedCluster } from '#server/database/embedded-cluster.ts';
import { database } from '#server/database/client.ts';
import { replaceText } from '#server/decks/replace-text.ts';

const SLIDES = 40;
const PICTURES = 20;
const TIMES = 20;
const LINES = 8;

/** Prints how long it takes from the press of *End the call* until there is a record: 40 slides, of which half have a picture of the series. */
export async function measureFreeze(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-bench-'));
  const cluster = await openEmbeddedCluster(folder);
  await prepareTemplate(cluster.url);
  const db = await testDatabase();
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
  const { ada, callId, deckId, seriesId } = await harbourCall(db);
  await replaceText(ada, deckId, { text: await deckText(seriesId), ifMatch: null });
  await startCall(ada, callId);
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const before = performance.now();
    await endCall(ada, callId);
    times.push(performance.now() - before);
    if ((await database().editionSlide.count({ where: { edition: { record: { callId } } } })) !== SLIDES)
      throw new Error('The record is not whole.');
    await resumeCall(ada, callId);
  }
  const { median, p95 } = summary(times);
  process.stdout.write(
    `\nFreeze of ${SLIDES} slides with ${PICTURES} own pictures, ${TIMES} times: median ${Math.round(median)} ms, p95 ${Math.round(p95)} ms (goal: 2,000 ms)\n`,
  );
  await closeBus();
  await db.close();
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}

async function deckText(seriesId: string): Promise<string> {
  const references: string[] = [];
  for (let index = 0; index < PICTURES; index += 1) {
    const { buffer } = await pictureFile(`picture-${index}.png`, index * 18, 800, 600);
    const { key, extension } = await storeAsset(buffer, { seriesId, name: `picture-${index}.png`, personId: null });
    references.push(assetReference(key, extension));
  }
  const slides = Array.from({ length: SLIDES }, (_, slide) => {
    const lines = Array.from({ length: LINES }, (__, line) => `- What Team ${slide} did of late, in line ${line}`);
    const reference = references[slide];
    const picture = reference === undefined ? '' : `\n\n![Quay](${reference})`;
    return `# Team ${slide}\n\n${lines.join('\n')}${picture}\n`;
  });
  return slides.join('\n---\n\n');
}
