import * as Y from 'yjs';
import { createDeckDoc, readDeckText } from '#lib/deck/deck-doc.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { openSnapshot } from '#server/store/check-snapshot.ts';

interface Part {
  readonly deck: string;
  readonly data: Uint8Array;
  /** Null for a row of the log. */
  readonly vector: Uint8Array | null;
}

/** What decks say now, by their ids: all of them by one question, however many they are. */
export async function deckTexts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const parts = await database().$queryRaw<readonly Part[]>`
    WITH newest AS (
      SELECT DISTINCT ON (deck_id) deck_id, seq, state, state_vector FROM deck_snapshot
      WHERE deck_id = ANY(${ids}) ORDER BY deck_id, seq DESC
    )
    SELECT deck_id AS deck, seq, state AS data, state_vector AS vector FROM newest
    UNION ALL
    SELECT deck_id, seq, data, NULL FROM deck_update u
      WHERE deck_id = ANY(${ids}) AND seq > coalesce((SELECT seq FROM newest n WHERE n.deck_id = u.deck_id), 0)
    ORDER BY deck, seq`;
  const byDeck = Map.groupBy(parts, ({ deck }) => deck);
  const texts = new Map<string, string>();
  for (const id of ids) texts.set(id, folded(byDeck.get(id) ?? []) ?? (await readDeck(id)).text);
  return texts;
}

/** Null when the snapshot is damaged: whoever reads that deck alone finds the one before. */
function folded(parts: readonly Part[]): string | null {
  const [first] = parts;
  const snapshot =
    first === undefined || first.vector === null ? null : { seq: 0, state: first.data, stateVector: first.vector };
  const doc = snapshot === null ? createDeckDoc() : openSnapshot(snapshot);
  if (doc === null) return null;
  doc.transact(() => {
    for (const { data } of snapshot === null ? parts : parts.slice(1)) Y.applyUpdate(doc, data);
  });
  const text = readDeckText(doc);
  doc.destroy();
  return text;
}
