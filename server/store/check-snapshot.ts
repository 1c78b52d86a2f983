import * as Y from 'yjs';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import type { Snapshot } from './store.ts';

/** Whether a snapshot's state can be read whole and stands where its state vector says. */
export function isSound(snapshot: Snapshot): boolean {
  const doc = openSnapshot(snapshot);
  doc?.destroy();
  return doc !== null;
}

/** A replica that holds this snapshot, or null when it is not sound. The caller destroys it. */
export function openSnapshot({ state, stateVector }: Snapshot): Y.Doc | null {
  const doc = createDeckDoc();
  if (takesWhole(doc, state) && sameVector(Y.encodeStateVector(doc), stateVector)) return doc;
  doc.destroy();
  return null;
}

function takesWhole(doc: Y.Doc, state: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, state);
  } catch {
    // Bytes that Yjs cannot read are no state.
    return false;
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

function sameVector(a: Uint8Array, b: Uint8Array): boolean {
  let right: Map<number, number>;
  try {
    right = Y.decodeStateVector(b);
  } catch {
    return false;
  }
  const left = Y.decodeStateVector(a);
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock);
}
