import * as Y from 'yjs';
import type { Snapshot } from './store.ts';

/** Whether a snapshot's state can be read whole and stands where its state vector says. */
export function isSound(snapshot: Snapshot): boolean {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, snapshot.state);
    const whole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    return whole && sameVector(Y.encodeStateVector(doc), snapshot.stateVector);
  } catch {
    // Bytes that Yjs cannot read are no state.
    return false;
  } finally {
    doc.destroy();
  }
}

function sameVector(a: Uint8Array, b: Uint8Array): boolean {
  const left = Y.decodeStateVector(a);
  const right = Y.decodeStateVector(b);
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock);
}
