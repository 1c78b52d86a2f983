import * as Y from 'yjs';

const NOBODY: ReadonlySet<number> = new Set();

export interface TakenUpdate {
  readonly update: Uint8Array;
  readonly origin: unknown;
  /** Clients whose deleted words are not wanted: that they are missing does not count. */
  readonly passedOver?: ReadonlySet<number> | undefined;
}

/** Applies what of an update builds on nothing that is missing here. False when a part had to be left out. */
export function applyWhole(doc: Y.Doc, { update, origin, passedOver = NOBODY }: TakenUpdate): boolean {
  Y.applyUpdate(doc, update, origin);
  const { store } = doc;
  const whole = store.pendingStructs === null && namesOnly(store.pendingDs, passedOver);
  // Left in, it would be sent to everybody who joins, and hold up everybody's barriers.
  store.pendingStructs = null;
  store.pendingDs = null;
  return whole;
}

/** Whether deletions that wait for words wait for those of these clients alone. */
function namesOnly(deletions: Uint8Array | null, clients: ReadonlySet<number>): boolean {
  if (deletions === null) return true;
  // Yjs keeps them in its second encoding.
  return clients.size > 0 && [...Y.decodeUpdateV2(deletions).ds.clients.keys()].every((client) => clients.has(client));
}
