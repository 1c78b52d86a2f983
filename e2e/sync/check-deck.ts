import { PrismaPg } from '@prisma/adapter-pg';
import * as Y from 'yjs';
import { createDeckDoc, readDeckText } from '#lib/deck/deck-doc.ts';
import { PrismaClient } from '#prisma/client/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import type { LogRow } from '#server/store/store.ts';
import type { Ledger } from './ledger.ts';

/** What must hold of a deck, whatever happened to it. */
export interface DeckCheck {
  readonly url: string;
  readonly deckId: string;
  /** The lines that it began with. */
  readonly began: readonly string[];
  readonly ledgers: readonly Ledger[];
  /** Texts that must be the log's, byte for byte. */
  readonly replicas?: readonly string[];
}

/** Reads a deck over a connection of its own and says everything that is wrong with it; nothing when all is well. */
export async function checkDeck({ url, deckId, began, ledgers, replicas = [] }: DeckCheck): Promise<readonly string[]> {
  // Before anything is read: what is promised meanwhile may be in rows that came after.
  const allowed = new Map(ledgers.flatMap((ledger) => [...ledger.allowed()]));
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  try {
    // One moment: people may be writing, though nobody types.
    const { rows, head, snapshots, loaded } = await client.$transaction((tx) => readDeck(tx, deckId), {
      isolationLevel: 'RepeatableRead',
    });
    const whole = replay(rows);
    const text = readDeckText(whole);
    return [
      ...wrongNumbers(rows, head),
      ...snapshots.flatMap(({ seq, state }) => wrongSnapshot(rows, Number(seq), state)),
      ...(loaded === null ? ['the deck is gone'] : wrongCopy('a fresh load', loaded, whole)),
      ...wrongWords(text, began, allowed),
      ...replicas.flatMap((replica, index) => (replica === text ? [] : [differs(`replica ${index}`, replica, text)])),
    ];
  } finally {
    await client.$disconnect();
  }
}

async function readDeck(tx: Transaction, deckId: string) {
  const store = new PostgresStore(() => tx);
  const folded = await foldDeck(store, deckId);
  return {
    rows: await store.rowsAfter(deckId, 0),
    head: (await store.heads([deckId])).get(deckId)?.seq ?? -1,
    snapshots: await tx.deckSnapshot.findMany({ where: { deckId }, orderBy: { seq: 'asc' } }),
    loaded: folded?.doc ?? null,
  };
}

/** The whole log, each row by itself, by Yjs alone. */
function replay(rows: readonly LogRow[]): Y.Doc {
  const doc = createDeckDoc();
  for (const { data } of rows) Y.applyUpdate(doc, data);
  return doc;
}

function wrongNumbers(rows: readonly LogRow[], head: number): readonly string[] {
  const faults = rows.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`row ${index + 1} has number ${seq}`]));
  return head === rows.length ? faults : [...faults, `the deck says ${head} rows, the log has ${rows.length}`];
}

function wrongSnapshot(rows: readonly LogRow[], seq: number, state: Uint8Array): readonly string[] {
  const folded = createDeckDoc();
  Y.applyUpdate(folded, state);
  return wrongCopy(`snapshot ${seq}`, folded, replay(rows.slice(0, seq)));
}

function wrongCopy(name: string, doc: Y.Doc, whole: Y.Doc): readonly string[] {
  const faults: string[] = [];
  for (const [which, { store }] of [[name, doc] as const, ['the log', whole] as const]) {
    if (store.pendingStructs !== null || store.pendingDs !== null) faults.push(`${which} builds on what is not there`);
  }
  if (readDeckText(doc) !== readDeckText(whole)) faults.push(differs(name, readDeckText(doc), readDeckText(whole)));
  if (!sameClocks(doc, whole)) faults.push(`${name} has another state vector than the log`);
  return faults;
}

function sameClocks(a: Y.Doc, b: Y.Doc): boolean {
  const left = Y.decodeStateVector(Y.encodeStateVector(a));
  const right = Y.decodeStateVector(Y.encodeStateVector(b));
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock);
}

function wrongWords(
  text: string,
  began: readonly string[],
  allowed: ReadonlyMap<string, ReadonlySet<number>>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  const lost = [...allowed].flatMap(([word, times]) => {
    const count = counts.get(word) ?? 0;
    return times.has(count) ? [] : [`${word} is there ${count} times, not ${[...times].join(' or ')}`];
  });
  const known = new Set([...allowed.keys(), ...began, '']);
  return [...lost, ...[...counts.keys()].filter((line) => !known.has(line)).map((line) => `nobody typed ${line}`)];
}

function differs(name: string, text: string, log: string): string {
  const at =
    Array.from({ length: text.length }, (_, index) => index).find((index) => text[index] !== log[index]) ?? text.length;
  return `${name} (${text.length}) is not the log's text (${log.length}) from ${at} on: ${text.slice(at, at + 40)} | ${log.slice(at, at + 40)}`;
}
