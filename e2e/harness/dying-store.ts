import type { Append, Snapshot, Store } from '#server/store/store.ts';

/** When a process kills itself: at the so-many-th call of a step, before it or between its end and the answer. */
export interface Death {
  readonly step: 'append' | 'snapshot';
  readonly when: 'before' | 'during' | 'after';
  readonly call: number;
}

/** A store whose process is gone, as by `kill -9`, at one exact moment: between two statements no signal from outside hits surely. */
export function dyingStore(store: Store, { step, when, call }: Death): Store {
  let calls = 0;
  async function dieAround<T>(work: () => Promise<T>): Promise<T> {
    calls += 1;
    if (calls !== call) return work();
    if (when === 'before') process.kill(process.pid, 'SIGKILL');
    const working = work();
    // The statement is on its way, and nobody will hear its answer.
    if (when === 'during') setImmediate(() => process.kill(process.pid, 'SIGKILL'));
    const result = await working;
    process.kill(process.pid, 'SIGKILL');
    return result;
  }
  return {
    load: store.load.bind(store),
    rowsAfter: store.rowsAfter.bind(store),
    heads: store.heads.bind(store),
    floor: store.floor.bind(store),
    trim: store.trim.bind(store),
    claim: store.claim.bind(store),
    owners: store.owners.bind(store),
    append: (batch: readonly Append[]) =>
      step === 'append' ? dieAround(() => store.append(batch)) : store.append(batch),
    snapshot: (deckId: string, epoch: number, snapshot: Snapshot) =>
      step === 'snapshot'
        ? dieAround(() => store.snapshot(deckId, epoch, snapshot))
        : store.snapshot(deckId, epoch, snapshot),
  };
}
