import * as Y from 'yjs';
import { chance } from '#e2e/harness/chance.ts';
import { deckText } from '#lib/deck/deck-doc.ts';
import { database, databasePool } from '#server/database/client.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';

export const EDITS = 60_000;
const PEOPLE = 12;
const SECTIONS = 30;
/** As rooms do. */
const ROWS_A_SNAPSHOT = 500;

/** What a much edited deck is, and what other ways would have stored of it. */
export interface LongDeck {
  readonly people: readonly string[];
  /** Bytes of its text every five minutes, and of its whole state at the end. */
  readonly texts: number;
  readonly state: number;
}

/** Types 60,000 edits by twelve people into a deck, one a second: words at their own places, with deletions. */
export async function typeLongDeck(deckId: string): Promise<LongDeck> {
  const random = chance(20_261_126);
  const people = await makePeople();
  const store = new PostgresStore(database, databasePool);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.mergeUpdates((await store.rowsAfter(deckId, 0)).map(({ data }) => data)));
  const clients = people.map((_, index) => index + 1);
  await store.claim(clients.map((clientId, index) => ({ deckId, clientId, personId: people[index] ?? '' })));
  const text = deckText(doc);
  let rows: { data: Uint8Array; personId: string }[] = [];
  let author = 0;
  doc.on('update', (data: Uint8Array) => rows.push({ data, personId: people[author] ?? '' }));
  text.insert(text.length, sections());
  const places = people.map(() => pointNear(text, random(text.length)));
  let texts = 0;
  for (let edit = 1; edit < EDITS; edit += 1) {
    author = random(PEOPLE);
    doc.clientID = clients[author] ?? 1;
    const length = text.length;
    const place = type(text, places[author] ?? 0, random);
    // Everybody's place moves along with what is typed before it.
    for (const [other, at] of places.entries()) if (at >= place) places[other] = at + text.length - length;
    places[author] = place;
    if (edit % 300 === 0) texts += Buffer.byteLength(text.toString());
    if (rows.length < ROWS_A_SNAPSHOT) continue;
    await store.append([{ deckId, epoch: 1, rows }]);
    rows = [];
    await snapshot(store, deckId, doc);
  }
  await store.append([{ deckId, epoch: 1, rows }]);
  await database().$executeRaw`
    UPDATE deck_update SET created_at = now() - (${EDITS} - seq) * interval '1 second' WHERE deck_id = ${deckId}`;
  return { people, texts, state: Y.encodeStateAsUpdate(doc).length };
}

async function makePeople(): Promise<readonly string[]> {
  const made = Array.from({ length: PEOPLE }, (_, index) =>
    database().person.create({ data: { name: `Person ${index}`, hue: index * 30 } }),
  );
  return (await Promise.all(made)).map(({ id }) => id);
}

function sections(): string {
  return Array.from(
    { length: SECTIONS },
    (_, at) => `\n---\n\n# Section ${at}\n\n${'- a point of many words\n'.repeat(30)}`,
  ).join('');
}

/** One key at somebody's place; gives the place after it. They go to another point now and then. */
function type(text: Y.Text, place: number, random: (below: number) => number): number {
  const here = random(60) === 0 ? pointNear(text, random(text.length)) : place;
  if (random(7) === 0 && /[a-z]/.test(text.toString()[here - 1] ?? '')) {
    text.delete(here - 1, 1);
    return here - 1;
  }
  text.insert(here, 'etaoin shrdlu'[random(13)] ?? 'e');
  return here + 1;
}

/** Behind the first words of a point: headings and separators stay what they are. */
function pointNear(text: Y.Text, offset: number): number {
  const all = text.toString();
  const at = all.indexOf('- a point', offset);
  return (at === -1 ? all.indexOf('- a point') : at) + '- a point'.length;
}

async function snapshot(store: PostgresStore, deckId: string, doc: Y.Doc): Promise<void> {
  const { seq = 0 } = (await store.heads([deckId])).get(deckId) ?? {};
  await store.snapshot(deckId, 1, { seq, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) });
}
