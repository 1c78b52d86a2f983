import { importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';
import { expect, expectAccessible, signIn, test } from './harness/scene.ts';

// Point 5: a call, live.
test('the presenter moves, a stranger follows from /now, and edits move nobody', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Live Call');
  const { page: presenter } = ada;
  const writer = await ada.context.newPage();
  const { page: stranger } = await actor();

  await stranger.goto(`${call.series}/now`);
  await expect(stranger.getByRole('heading', { name: 'Harbour Community Call' })).toBeVisible();
  await expect(stranger.getByText('Thu 17 Dec')).toBeVisible();
  await expectAccessible(stranger);

  await presenter.goto(`${call.path}/present`);
  await expect(presenter.getByText('Rehearsal – nobody follows')).toBeVisible();
  await presenter.getByRole('button', { name: 'Start the call' }).click();
  await expect(presenter.getByText('You present')).toBeVisible();
  await expect(shownSlide(presenter)).toContainText('Harbour Community Call');
  for (const slide of ['Team Quay', 'Cranes']) {
    await presenter.getByRole('button', { name: 'Next' }).click();
    await expect(shownSlide(presenter)).toContainText(slide);
  }
  await expectAccessible(presenter);

  // The page that waited goes live by itself, and a late joiner lands on the slide that is shown.
  await expect(shownSlide(stranger)).toContainText('Cranes', { timeout: 90_000 });
  const { page: late } = await actor();
  await late.goto(`${call.series}/now`);
  await expect(shownSlide(late)).toContainText('Cranes');
  await expectAccessible(late);

  await openDeck(writer, call);
  await typeAfter(writer, 'Report by @quinn', '\n\n---\n\n# Squeezed in before');
  await typeAfter(writer, 'The old one rests', ' in peace');
  for (const page of [presenter, stranger, late]) {
    await expect(shownSlide(page)).toContainText('The old one rests in peace');
    await expect(shownSlide(page)).toContainText('Cranes');
  }

  await presenter.getByRole('button', { name: 'Next' }).click();
  await expect(shownSlide(stranger)).toContainText('Team Lights');

  // Browsing on one's own moves only oneself.
  await stranger.keyboard.press('PageUp');
  await expect(shownSlide(stranger)).toContainText('Cranes');
  await expect(shownSlide(presenter)).toContainText('Team Lights');
  await stranger.getByRole('button', { name: /rejoin/ }).click();
  await expect(shownSlide(stranger)).toContainText('Team Lights');
});

test('the position survives a reload of the presenter and the server being killed', async ({ actor, plenum }) => {
  const call = await importCall(plenum, 'Live Restart');
  // What is on its way when the server is killed breaks off.
  const away = /WebSocket|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING/;
  const { page } = await actor(away);
  await signIn(page);
  await page.goto(`${call.path}/present`);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await expect(page.getByText('You present')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(shownSlide(page)).toContainText('Cranes');
  const { page: follower } = await actor(away);
  await follower.goto(`${call.path}/live`);
  await expect(shownSlide(follower)).toContainText('Cranes');
  await page.reload();
  await expect(shownSlide(page)).toContainText('Cranes');

  await plenum.end('SIGKILL');
  await plenum.startAgain();
  const { page: late } = await actor();
  await late.goto(`${call.path}/live`);
  await expect(shownSlide(late)).toContainText('Cranes');
  await expect(page.getByText('You present')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  for (const each of [follower, late]) await expect(shownSlide(each)).toContainText('Team Lights', { timeout: 90_000 });
});
