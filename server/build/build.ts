import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { buildStage } from '#server/stage/build-stage.ts';
import { markBuilt, ROOT } from './sources.ts';

async function run(script: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} ended with code ${String(code)}.`);
}

/** Generates the database client. */
export function generateClient(): Promise<void> {
  return run('node_modules/prisma/build/index.js', ['generate', '--config', 'prisma/config.ts', '--no-hints']);
}

/** Builds everything that `npm start` serves: database client, stage document, pages. */
export async function build(): Promise<void> {
  await generateClient();
  await buildStage();
  await run('node_modules/next/dist/bin/next', ['build']);
  markBuilt();
}

if (import.meta.main) await build();
