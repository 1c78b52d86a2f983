import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Plenum } from './harness/plenum.ts';
import { ADA, expect, expectAccessible, test } from './harness/scene.ts';
import { editor, importCall, openDeck, shownSlide } from './harness/series.ts';

const PHONE = { width: 390, height: 780 };

const deck = (...sections: readonly (readonly [string, string])[]) =>
  `---\ntype: slide\n---\n\n${sections.map(([title, text]) => `# ${title}\n\n${text}\n`).join('\n---\n\n')}`;

/** Brings records in, by day. */
async function records(
  plenum: Plenum,
  series: string,
  read: 'public' | 'members',
  days: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-search-'));
  for (const [day, text] of Object.entries(days)) writeFileSync(path.join(folder, `${day}.md`), text);
  await plenum.cli('import', folder, '--series', series, '--as', 'record', '--read', read);
}

const found = (page: Page) => page.getByRole('region', { name: 'What was found' }).getByRole('listitem');
const status = (page: Page) => page.getByRole('region', { name: 'What was found' }).getByRole('status');

test('what was said is found as one types, narrowed down, despite a typing error, and by nobody who may not read it', async ({
  ada: { page: ada },
  actor,
  plenum,
}) => {
  await records(plenum, 'Findable', 'public', {
    '2023-03-02': deck(
      ['Team Quay', 'Report by @quinn\n\n- The cranes are <b onclick="x">repaired</b>'],
      ['Events', 'Open day'],
    ),
    '2024-04-04': deck(['Team Quay', 'A crane lifts the ferry'], ['Weather', 'Stürmische Häuser, no crane at sea']),
  });
  await records(plenum, 'Hushed', 'members', { '2024-01-11': deck(['Team Hush', 'The kittiwake nests']) });
  await plenum.sql(
    `INSERT INTO search_word (word, slides) VALUES ('kittiwake', 1), ('ferry', 1) ON CONFLICT DO NOTHING`,
  );

  const { page } = await actor();
  await page.goto('/-/search');
  await expect(page).toHaveTitle(/Search/);
  await expect(page.getByText('What was said, in every call')).toBeVisible();
  const field = page.getByRole('searchbox', { name: 'Search records and decks' });
  await expect(field).toBeFocused();
  await page.getByLabel('Series').selectOption('Findable');
  await field.fill('cran');
  await expect(status(page)).toHaveText('3 slides');
  await expect(page).toHaveURL(/\/-\/search\?q=cran&series=findable$/);
  await expect(found(page).first().locator('mark').first()).toHaveText(/crane/);
  await expectAccessible(page);
  await field.fill('crane -ferry -"at sea" ');
  await expect(status(page)).toHaveText('1 slide');
  await expect(found(page)).toContainText('The cranes are repaired');
  await expect(found(page)).toContainText('by @quinn');
  await field.fill('"lifts the ferry"');
  await expect(found(page)).toContainText('A crane lifts the ferry');
  await field.fill('haus sturmisch ');
  await expect(found(page)).toContainText('Stürmische Häuser');
  await field.fill('crane');
  await page.getByLabel('Year').fill('2023');
  await expect(status(page)).toHaveText('1 slide');
  await page.getByLabel('Year').fill('');
  await page.getByLabel('Order').selectOption('Newest first');
  await expect(found(page).first()).toContainText('2024');
  await field.fill('ferrx');
  await expect(status(page)).toHaveText('No slide says “ferrx”. These say “ferry”. 1 slide');
  await expect(found(page)).toContainText('lifts the ferry');
  await field.fill('xyzzy');
  await expect(status(page)).toHaveText('No slide was found');
  await expect(page.getByRole('link', { name: 'Search without filters' })).toBeVisible();
  await expectAccessible(page);

  // Without script it is a form, and its answer a page.
  const plain = await page.request.get('/-/search?q=crane&year=2024&team=&person=&sort=new');
  expect(await plain.text()).toContain('lifts the');

  // What is closed is there for nobody else, not even as a typing error.
  for (const secret of ['kittiwake', 'kitiwake']) {
    await page.goto(`/-/search?q=${secret}`);
    await expect(status(page)).toHaveText('No slide was found');
    await expect(page.getByText('Hushed')).toHaveCount(0);
    await expect(page.getByText('Did you mean')).toHaveCount(0);
  }
  await plenum.sql(
    `INSERT INTO membership (series_id, person_id, role) SELECT series.id, person.id, 'reader' FROM series, person
     WHERE slug = 'hushed' AND person.name = $1 ON CONFLICT DO NOTHING`,
    ADA.name,
  );
  await ada.goto('/-/search?q=kitiwake');
  await expect(status(ada)).toContainText('These say “kittiwake”');
  await found(ada).getByRole('link').click();
  await expect(ada).toHaveURL(/\/hushed\/2024-01-11/);

  await page.setViewportSize(PHONE);
  await page.goto(`/-/search?q=${'an inquisitiveness without any end '.repeat(8)}`);
  await expect(status(page)).toHaveText('No slide was found');
  await page.goto('/-/search?q=crane&series=findable&team=quay&person=quinn');
  await expect(status(page)).not.toHaveText('');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectAccessible(page);
});

test('the palette goes anywhere by the keyboard, from the editor too, and keeps out of the way', async ({
  ada: { page },
  plenum,
}) => {
  const call = await importCall(plenum, 'Paletted');
  await records(plenum, 'Paletted', 'public', { '2019-05-02': deck(['Team Lights', 'A lamp burns']) });
  await plenum.sql(
    `INSERT INTO membership (series_id, person_id, role) SELECT series.id, person.id, 'host' FROM series, person
     WHERE slug = 'paletted' AND person.name = $1 ON CONFLICT (series_id, person_id) DO UPDATE SET role = 'host'`,
    ADA.name,
  );
  const palette = page.getByRole('dialog', { name: 'Go to' });
  const field = palette.getByRole('combobox');
  const option = palette.getByRole('option', { selected: true });

  await page.goto(call.series);
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Search/ })
    .click();
  await expect(palette).toBeVisible();
  await expect(palette.getByRole('option', { name: /Plan a call/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await expect(palette).toBeHidden();

  await page.keyboard.press('Control+k');
  // Whoever types fast need not wait for the list. No other series here has a call on that day.
  await field.fill('2019-05');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/paletted\/2019-05-02$/);

  await page.keyboard.press('Control+k');
  // Where one was lately comes first.
  await expect(option).toContainText('2 May 2019');
  await field.fill('team lig');
  await expect(
    palette
      .getByRole('group', { name: 'Sections' })
      .getByRole('option', { name: /Team Lights/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(option).toContainText('Search all slides for “team lig”');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/-\/search\?q=team\+lig$/);

  await page.keyboard.press('Control+k');
  await field.fill('dark');
  await expect(option).toContainText('Dark colours');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  // Over the editor: it opens, and what is typed afterwards stands where the cursor was.
  await openDeck(page, call);
  await page.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+k');
  await field.fill('present');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type(' brightly');
  await expect(editor(page)).toContainText('All lamps burn brightly');
  // Never over another window, never while presenting.
  await page.goto(call.path);
  await page.keyboard.press('Control+k');
  await field.fill('present');
  await expect(option).toContainText('Present');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/present$/);
  // Its keys are there once it stands.
  await expect(shownSlide(page)).toContainText('Harbour Community Call');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(palette).toHaveCount(0);
});
