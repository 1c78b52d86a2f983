import { build } from '#server/build/build.ts';
import { isBuilt, ROOT } from '#server/build/sources.ts';
import { finish, playwright, vitest } from './steps.ts';
import { ensureBrowser, ensureRedis } from './tools.ts';

// `npm run test:long`: what is too long for CI. Files are called `*.long.test.ts` and `*.long.spec.ts`.
process.chdir(ROOT);
ensureBrowser();
ensureRedis();
if (!isBuilt()) await build();
finish(
  [
    vitest('long tests', 'e2e/vitest.long.config.ts'),
    playwright('long browser tests', 'e2e/playwright.long.config.ts'),
  ],
  'allowed',
);
