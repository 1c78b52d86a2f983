import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbeddedCluster } from '#server/database/embedded-cluster.ts';
import { prepareTemplate } from './database.ts';

/** Vitest's global set-up: one embedded Postgres for the whole run, in a folder of its own, gone afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-cluster-'));
  const cluster = await openEmbeddedCluster(folder);
  await prepareTemplate(cluster.url);
  return async () => {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
