import * as Y from 'yjs';
import type { ReadUpdate } from './decode-update.ts';

/**
 * The clients of others whose numbers an update would use up without saying anything: what comes under those ids is deleted
 * already. Thirteen bytes of that would make the server pass over everything that the client's owner wrote offline. New
 * words under a foreign id are let through: after a crash a peer may be the only one who has them.
 */
export function usedUpClients(
  doc: Y.Doc,
  { structs }: ReadUpdate,
  isAnothers: (clientId: number) => boolean,
): ReadonlySet<number> {
  const used = new Set<number>();
  const saying = new Set<number>();
  for (const struct of structs) {
    const { id, length } = struct;
    if (struct instanceof Y.Skip || !isAnothers(id.client)) continue;
    if (id.clock + length <= Y.getState(doc.store, id.client)) continue;
    (isDeleted(struct) ? used : saying).add(id.client);
  }
  return used.difference(saying);
}

/** The update without what it brings of these clients; that it deletes of them what is there stays. */
export function withoutClients(update: Uint8Array, clients: ReadonlySet<number>): Uint8Array {
  const behindEverything = new Map([...clients].map((client) => [client, Number.MAX_SAFE_INTEGER]));
  return Y.diffUpdate(update, Y.encodeStateVector(behindEverything));
}

function isDeleted(struct: ReadUpdate['structs'][number]): boolean {
  return struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted);
}
