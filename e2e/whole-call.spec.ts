import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { followByProtocol, type ProtocolFollower } from './live/protocol-follower.ts';
import { expect, expectAccessible, signIn, test } from './harness/scene.ts';
import { comeByLink, importCall, shownSlide, typeAfter } from './harness/series.ts';
import type { Plenum } from './harness/plenum.ts';

const SHARED = process.env['PLENUM_SHARED'] ?? path.resolve(import.meta.dirname, '../../shared');
const DECK = path.join(SHARED, 'corpus/community-call/20231207.md');
// What is on its way when the server is ended breaks off.
const AWAY =
  /WebSocket|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_INTERNET_DISCONNECTED/;

/** Everybody who looks at the stage of one call. */
interface Audience {
  readonly browsers: readonly Page[];
  readonly protocol: readonly ProtocolFollower[];
}

const words = async (page: Page): Promise<string> =>
  (await shownSlide(page).innerText()).replaceAll(/\s+/g, ' ').trim();

/** The running number that a presenter's page says, from 1. */
async function numberOf(presenter: Page): Promise<number> {
  const said = await presenter.getByRole('button', { name: /^\d+ \/ \d+/ }).innerText();
  return Number(/\d+/.exec(said)?.[0]);
}

/** Every follower shows the slide that the presenter shows, or says why not. */
async function expectTogether(
  presenter: Page,
  { browsers, protocol }: Audience,
  slide: string | RegExp,
): Promise<void> {
  await expect(shownSlide(presenter)).toContainText(slide);
  for (const page of browsers) {
    const lost = page.locator('[data-follow="lost"]');
    await expect
      .poll(async () => ((await lost.isVisible()) ? 'says why not' : await words(page)))
      .toBe((await lost.isVisible()) ? 'says why not' : await words(presenter));
  }
  for (const follower of protocol) await expect.poll(() => follower.slide()).toBe(await numberOf(presenter));
}

const next = (presenter: Page) => presenter.getByRole('button', { name: 'Next', exact: true }).click();

/** Goes to a slide or section by typing. */
async function jump(presenter: Page, to: string): Promise<void> {
  await presenter.keyboard.press('g');
  await presenter.keyboard.type(to);
  await presenter.keyboard.press('Enter');
}

async function report(page: Page, section: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${section}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'I report' }).click();
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: section });
  await expect(row.filter({ hasText: name })).toBeVisible();
}

async function callOf(plenum: Plenum, deckId: string) {
  const [row] = await plenum.sql(
    `SELECT call.title, left(call.address, 10) AS date, series.name AS series FROM deck
     JOIN call ON call.id = deck.call_id JOIN series ON series.id = call.series_id WHERE deck.id = $1`,
    deckId,
  );
  return z.object({ title: z.string(), date: z.string(), series: z.string() }).parse(row);
}

test('a whole call: whoever presents, whatever is edited, everybody is on one slide', async ({ actor, plenum }) => {
  test.skip(!existsSync(DECK), `no corpus at ${DECK}`);
  test.setTimeout(420_000);
  const call = await importCall(plenum, 'Whole Call', DECK);
  const [{ page: ada }, { page: bo }, { page: cy }, { page: eli }] = [
    await actor(AWAY),
    await actor(AWAY),
    await actor(AWAY),
    await actor(AWAY),
  ] as const;
  const [first, second] = [await actor(AWAY), await actor(AWAY)] as const;
  await signIn(ada);
  await plenum.sql(`UPDATE series SET write = 'link', offers_baton = true WHERE slug = 'whole-call'`);
  for (const [page, name, section] of [
    [bo, 'Bo Bollard', 'Team IaaS'],
    [cy, 'Cy Crane', 'Team Ops'],
    [eli, 'Eli Ebb', 'Team Container'],
  ] as const) {
    await comeByLink(ada, page, call, name);
    await report(page, section, name);
  }

  await ada.goto(`${call.path}/present`);
  await ada.getByRole('button', { name: 'Start the call' }).click();
  await expect(ada.getByText('You present')).toBeVisible();
  await bo.goto(`${call.path}/deck`);
  await cy.goto(`${call.path}/present`);
  await eli.goto(`${call.path}/present`);
  await first.page.goto(`${call.path}/live`);
  await second.page.goto(`${call.series}/now`);
  const about = await callOf(plenum, call.deckId);
  const protocol = [1, 2, 3].map(() => followByProtocol(plenum.url, call.deckId, about));
  const all: Audience = { browsers: [cy, eli, first.page, second.page], protocol };
  try {
    await expectTogether(ada, all, 'Sovereign');
    for (let step = 0; step < 3; step += 1) await next(ada);
    await expectTogether(ada, all, 'Welcome');

    // A reporter writes on, also on the slide that is shown.
    await jump(ada, 'Team IaaS');
    await expectTogether(ada, all, 'Team IaaS');
    await expect(bo.getByText('It is your turn: Team IaaS.')).toBeVisible();
    await bo.getByRole('navigation', { name: 'Outline' }).getByText('Team IaaS').first().click();
    await typeAfter(bo, '# Team IaaS', ' today');
    await typeAfter(bo, '# Updates from the Teams', '\n\n---\n\n# Squeezed in before');
    await expectTogether(ada, all, 'Team IaaS today');

    // The reporter takes the offer, presents, and is followed by whoever presented before.
    await bo.getByRole('button', { name: 'Present', exact: true }).click();
    await expect(bo.getByText('You present')).toBeVisible();
    await next(bo);
    await expectTogether(bo, { ...all, browsers: [ada, ...all.browsers] }, 'Team IaaS');

    // Somebody asks, and is handed the baton.
    await cy.getByRole('button', { name: 'Ask to present' }).click();
    await bo.getByRole('button', { name: 'Hand to Cy Crane' }).click();
    await expect(cy.getByText('You present')).toBeVisible();
    await jump(cy, 'Team Ops');
    await next(cy);
    await expectTogether(cy, { ...all, browsers: [ada, bo, eli, first.page, second.page] }, 'Team Ops');

    // One follower loses the network; the section on the stage is moved, and the presenter loads the page again.
    await second.context.setOffline(true);
    await expect(second.page.locator('[data-follow="lost"]')).toBeVisible();
    await ada.goto(call.path);
    await ada.getByRole('button', { name: 'What to do with Team Ops' }).click();
    await ada.getByRole('menuitem', { name: 'Move up' }).click();
    const followers: Audience = { ...all, browsers: [bo, eli, first.page, second.page] };
    await expectTogether(cy, followers, 'Team Ops');
    await cy.reload();
    await expect(cy.getByText('You present')).toBeVisible();
    await expectTogether(cy, followers, 'Team Ops');
    await next(cy);
    await expectTogether(cy, followers, 'Team Ops');

    // The server is killed in the middle of it, and started again.
    await plenum.end('SIGKILL');
    await plenum.startAgain();
    await expect(first.page.locator('[data-follow="following"]')).toBeVisible({ timeout: 60_000 });
    await expect(cy.getByText('You present')).toBeVisible();
    await next(cy);
    await expectTogether(cy, followers, 'Team');
    await second.context.setOffline(false);
    await expect(second.page.locator('[data-follow="following"]')).toBeVisible({ timeout: 60_000 });
    await expectTogether(cy, followers, 'Team');

    // A host leaves the section on the stage out: the nearest slide stands in, and the presenter is told.
    await jump(cy, 'SIG Community');
    await expectTogether(cy, followers, 'SIG Community');
    await ada.getByRole('button', { name: 'What to do with SIG Community' }).click();
    await ada.getByRole('menuitem', { name: 'Not today' }).click();
    await expect(cy.getByText('is left out today')).toBeVisible();
    await expectTogether(cy, followers, 'SIG Central API');

    // A host takes over and ends the call.
    await ada.goto(`${call.path}/present`);
    await ada.getByRole('button', { name: 'More' }).click();
    await ada.getByRole('button', { name: 'Take over' }).click();
    await expect(ada.getByText('You present').first()).toBeVisible();
    await ada.getByRole('button', { name: 'Close' }).click();
    await jump(ada, 'Open Door Sessions');
    await expectTogether(ada, { ...all, browsers: [cy, eli, first.page, second.page] }, 'Open Door Sessions');
    await expectAccessible(first.page);
  } finally {
    for (const follower of protocol) follower.close();
  }
});
