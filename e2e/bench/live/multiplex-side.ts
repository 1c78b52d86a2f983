import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { ServerUnderTest } from '#e2e/bench/sync/server-under-test.ts';
import { openProbedPage, SLIDES, type LiveSide } from './live-side.ts';

const SECRET = 'harbour lights';

/** reveal.js' multiplex way: plain reveal.js pages, and a server that hands a state on. */
export async function openMultiplexSide(browser: Browser): Promise<LiveSide> {
  const script = path.join(import.meta.dirname, 'multiplex-server.ts');
  const server = await ServerUnderTest.start(script, { BENCH_SLIDES: String(SLIDES) });
  const origin = server.address.replace(/^ws/, 'http');
  const id = createHash('sha256').update(SECRET).digest('hex');
  const follower = await openProbedPage(browser, origin);
  await follower.goto(`/?${new URLSearchParams({ id })}`);
  await follower.locator('.reveal.ready').waitFor();
  const presenter = await openProbedPage(browser, origin);
  await presenter.goto(`/?${new URLSearchParams({ id, secret: SECRET })}`);
  await presenter.locator('[data-ready]').waitFor();
  return {
    name: 'multiplex',
    cpuSeconds: () => server.cpuSeconds(),
    crowd: { dialect: 'multiplex', url: server.address, origin },
    presenter,
    presenterStage: presenter.mainFrame(),
    follower,
    followerStage: follower.mainFrame(),
    close: async () => {
      await presenter.context().close();
      await follower.context().close();
      await server.kill();
    },
  };
}
