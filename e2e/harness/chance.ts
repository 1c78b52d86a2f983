/** Numbers from 0 up to a limit, the same for the same seed (mulberry32). */
export type Chance = (below: number) => number;

export function chance(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One of these. */
export function oneOf<Item>(pick: Chance, items: readonly [Item, ...Item[]]): Item {
  return items[pick(items.length)] ?? items[0];
}

/** The seeds of a soak: those that `SOAK_SEED` names (`7,8,9`), else these. */
export function soakSeeds(...seeds: readonly number[]): readonly number[] {
  const named = process.env['SOAK_SEED'] ?? '';
  return named === '' ? seeds : named.split(',').map(Number);
}
