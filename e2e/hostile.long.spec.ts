import { expect, signIn, test } from './harness/scene.ts';
import { AppTour } from './stage/hostile/app-tour.ts';
import { bringDecks, type BroughtDeck } from './stage/hostile/bring-decks.ts';
import { HOSTILE_DECKS } from './stage/hostile/hostile-decks.ts';
import { joinedDecks } from './stage/hostile/joined-decks.ts';
import { EXPECTED_REPORT } from './stage/hostile/watch-harm.ts';

// All hostile decks in the real app. Each tour is a test of its own, so that one that fails does not hide the others.
const decks = joinedDecks(HOSTILE_DECKS, 60);
let brought: readonly BroughtDeck[] = [];

test.beforeAll(async ({ plenum }) => {
  brought = await bringDecks(plenum, decks);
});

for (const [number, { name }] of decks.entries()) {
  test(`no harm in the app: ${name}`, async ({ actor, plenum }) => {
    const addresses = brought[number];
    if (addresses === undefined) throw new Error(`${name} did not come in.`);
    const { page } = await actor(EXPECTED_REPORT);
    await signIn(page);
    const tour = new AppTour(page, plenum);
    await tour.through(addresses);
    expect(tour.harm).toEqual([]);
  });
}
