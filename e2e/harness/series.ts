import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Plenum } from './plenum.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');
const deckLine = z.object({
  id: z.string(),
  series: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  state: z.string(),
});

/** A series with one coming call whose deck is a fixture. */
export interface TestCall {
  readonly deckId: string;
  readonly series: string;
  /** Path of the call's page. */
  readonly path: string;
}

/** Brings a fixture, or a file anywhere, in as a coming call of a new series, open to everybody who reads. */
export async function importCall(plenum: Plenum, name: string, file = '2026-12-17.md'): Promise<TestCall> {
  await plenum.cli('import', path.resolve(FIXTURES, file), '--series', name, '--as', 'planned', '--read', 'public');
  const slug = name.toLowerCase().replaceAll(' ', '-');
  // From the database: the command line that lists decks takes a second to start.
  const [found] = await plenum.sql(
    `SELECT deck.id, call.address FROM deck JOIN call ON call.id = deck.call_id JOIN series ON series.id = deck.series_id
     WHERE series.slug = $1 AND deck.kind = 'call'`,
    slug,
  );
  const { id, address } = z.object({ id: z.string(), address: z.string() }).parse(found);
  return { deckId: id, series: `/${slug}`, path: `/${slug}/${address}` };
}

/** What `plenum decks` says. */
export async function decksOf(plenum: Plenum): Promise<readonly z.infer<typeof deckLine>[]> {
  const lines = (await plenum.cli('decks')).split('\n').filter((line) => line !== '');
  return lines.map((line) => deckLine.parse(JSON.parse(line)));
}

/** Opens the deck's page and waits until the text is there to write. */
export async function openDeck(page: Page, call: TestCall): Promise<void> {
  await page.goto(`${call.path}/deck`);
  await expect(editor(page)).toContainText('Team Quay');
  await expect(page.locator('[data-save="safe"]')).toBeVisible();
}

/** The source. */
export function editor(page: Page) {
  return page.locator('.cm-content');
}

/** The slide that a stage on the page shows; the first stage unless another is named. */
export function shownSlide(page: Page, stage = 0) {
  // A stack that is not shown remembers which of its slides was.
  const shown = '.slides > section.present:not(.stack), .slides > section.stack.present > section.present';
  return page.frameLocator('iframe').nth(stage).locator(shown);
}

/** Puts the cursor at the end of the line that reads `line` and types. */
export async function typeAfter(page: Page, line: string, text: string): Promise<void> {
  await page.locator('.cm-line', { hasText: line }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

/** Lets somebody in who may write and is no host: a guest with a name, who then stands before the call's page. */
export async function comeByLink(host: Page, guest: Page, call: TestCall, name: string): Promise<void> {
  await host.goto(`${call.series}/people`);
  await host.getByLabel('What is it for?').last().fill('Team leads');
  await host.getByRole('button', { name: 'Make a link' }).click();
  await guest.goto(new URL(await host.getByText(/\/-\/link\//).innerText()).pathname);
  await guest.getByLabel('Your name').fill(name);
  await guest.getByRole('button', { name: 'Go on' }).click();
  await guest.waitForURL(({ pathname }) => pathname.startsWith(call.series));
  await guest.goto(call.path);
}
