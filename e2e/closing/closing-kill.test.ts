import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KILL_STEPS, KillHouse } from './closing-kill.ts';

let house: KillHouse;
beforeAll(async () => {
  house = await KillHouse.open();
});
afterAll(() => house.close());

describe('a process that is killed while a call ends', () => {
  it.each(KILL_STEPS)('at “%s” leaves one whole record behind, once it is back', async (step) => {
    for (let kill = 0; kill < 2; kill += 1) expect(await house.kill(step)).toEqual(house.undisturbed);
  });
});
