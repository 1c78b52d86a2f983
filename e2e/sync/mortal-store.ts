import type { Store } from '#server/store/store.ts';

/** A store as one process sees it: once that is dead, nothing it still wants to do is done, or answered. */
export function mortalStore(store: Store): { readonly store: Store; die(): void } {
  let dead = false;
  function whileAlive<T>(work: () => Promise<T>): Promise<T> {
    const never = new Promise<T>(() => undefined);
    // What was on its way may have been done; nobody hears of it.
    return dead ? never : work().then((result) => (dead ? never : result));
  }
  return {
    store: {
      load: (deckId, options) => whileAlive(() => store.load(deckId, options)),
      append: (batch) => whileAlive(() => store.append(batch)),
      rowsAfter: (deckId, seq) => whileAlive(() => store.rowsAfter(deckId, seq)),
      heads: (deckIds) => whileAlive(() => store.heads(deckIds)),
      snapshot: (deckId, epoch, snapshot) => whileAlive(() => store.snapshot(deckId, epoch, snapshot)),
      claim: (claims) => whileAlive(() => store.claim(claims)),
      owners: (deckId) => whileAlive(() => store.owners(deckId)),
      floor: (deckId, before) => whileAlive(() => store.floor(deckId, before)),
      trim: (deckId, floor) => whileAlive(() => store.trim(deckId, floor)),
    },
    die() {
      dead = true;
    },
  };
}
