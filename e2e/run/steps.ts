import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** How many tests of a step passed, failed and were skipped. A check without tests counts as one. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const folder = mkdtempSync(path.join(tmpdir(), 'plenum-run-'));

function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const result = spawnSync(process.execPath, [path.join('node_modules', script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

/** A check that only says yes or no. */
export function check(name: string, script: string, ...args: readonly string[]): Tally {
  process.stdout.write(`\n▸ ${name}\n`);
  return run(script, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
});

/** Runs vitest with this configuration and reads its report. A run that broke off counts as one failure more. */
export function vitest(name: string, config: string, ...args: readonly string[]): Tally {
  process.stdout.write(`\n▸ ${name}\n`);
  const file = path.join(folder, `${name.replaceAll(' ', '-')}.json`);
  const ended = run('vitest/vitest.mjs', [
    'run',
    '--config',
    config,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    file,
    ...args,
  ]);
  const report = reportOf(file, vitestReport);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const brokeOff = !ended && report.numFailedTests === 0 ? 1 : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokeOff, skipped: report.numPendingTests };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Runs the browser tests and reads their report. What passed at the second try (CI allows one) is named by the reporter as flaky. */
export function playwright(name: string, config: string, ...args: readonly string[]): Tally {
  process.stdout.write(`\n▸ ${name}\n`);
  const file = path.join(folder, `${name.replaceAll(' ', '-')}.json`);
  const ended = run('@playwright/test/cli.js', ['test', '--config', config, '--reporter', 'list,json', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = reportOf(file, playwrightReport)?.stats;
  if (stats === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const failed = stats.unexpected + (!ended && stats.unexpected === 0 ? 1 : 0);
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}

function reportOf<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Prints the last line that CI reads, and ends with 1 when anything failed, or was skipped where nothing may be. */
export function finish(tallies: readonly Tally[], skipping: 'allowed' | 'refused'): never {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped');
  const failed = sum('failed') + (skipping === 'refused' ? skipped : 0);
  if (skipped > 0)
    process.stdout.write(`\n${skipped} skipped${skipping === 'refused' ? ': here nothing may be' : ''}\n`);
  process.stdout.write(`\n${sum('passed')} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
