import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Plenum } from '#e2e/harness/plenum.ts';
import { importCall, shownSlide, type TestCall } from '#e2e/harness/series.ts';
import { PIXEL } from '#e2e/harness/stage-lab.ts';
import { deckText, middleOf } from './deck-text.ts';

/** Brings a deck of so many slides in, with its pictures, as a coming call. */
export async function importDeck(plenum: Plenum, slides: number): Promise<TestCall> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-bench-'));
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, '2026-12-17.md');
  writeFileSync(file, deckText(slides));
  writeFileSync(path.join(folder, 'lamp.png'), PIXEL);
  const call = await importCall(plenum, `Bench ${slides}`, file);
  rmSync(folder, { recursive: true });
  return call;
}

/** Opens the deck's page and waits for the shared text and its slides. */
export async function openDeckPage(page: Page, call: TestCall): Promise<void> {
  await page.goto(`${call.path}/deck`);
  await expect(page.locator('.cm-content')).toContainText('Harbour');
  await expect(page.locator('[data-save="safe"]')).toBeVisible();
  await expect(shownSlide(page)).toContainText('Harbour');
}

/** Puts the cursor behind the first item of the middle slide's list. */
export async function goToMiddle(page: Page, slides: number): Promise<void> {
  const middle = middleOf(slides);
  await page.locator(`nav button[data-slide="${middle}"]`).click();
  await expect(page.locator(`nav button[data-slide="${middle}"]`)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(shownSlide(page).locator('li').first()).toBeVisible();
}
