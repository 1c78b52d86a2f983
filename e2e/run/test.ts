import path from 'node:path';
import { build } from '#server/build/build.ts';
import { isBuilt, ROOT } from '#server/build/sources.ts';
import { check, finish, playwright, vitest } from './steps.ts';
import { ensureBrowser, ensureRedis } from './tools.ts';

// `npm test`: everything, in the order in which it fails fastest. PLENUM_NO_SKIP=1 (CI) lets no test be skipped.
process.chdir(ROOT);
process.env['NEXT_TELEMETRY_DISABLED'] = '1';
// The tests start Plenum and its command line some hundred times: what Node has compiled once it need not compile again.
process.env['NODE_COMPILE_CACHE'] ??= path.join(ROOT, 'node_modules/.cache/compiled');

ensureBrowser();
ensureRedis();
if (!isBuilt()) await build();

const tallies = [
  check('types', 'typescript/bin/tsc', '--noEmit'),
  check('lint', 'oxlint/bin/oxlint', '--type-aware'),
  check('formatting', 'oxfmt/bin/oxfmt', '--check'),
  check('unused code', 'knip/bin/knip.js'),
  vitest('unit and integration tests', 'e2e/vitest.config.ts'),
  playwright('browser tests', 'e2e/playwright.config.ts'),
];
finish(tallies, process.env['PLENUM_NO_SKIP'] === '1' ? 'refused' : 'allowed');
