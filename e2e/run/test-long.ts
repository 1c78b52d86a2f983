import { ROOT } from '#server/build/sources.ts';
import { finish, vitest } from './steps.ts';

// `npm run test:long`: what is too long for CI. Files are called `*.long.test.ts`.
process.chdir(ROOT);
finish([vitest('long tests', 'e2e/vitest.long.config.ts')], 'allowed');
