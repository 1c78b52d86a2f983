import type { KeptSection } from '#lib/sections/find-again.ts';
import type { database, Transaction } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import { storedOrder, type StoredOrder } from './stored-order.ts';

/** What a room found out about one section from the text. */
export interface SectionFinding extends KeptSection {
  /** Null for a section that has no row yet. */
  readonly id: string | null;
  readonly gone: boolean;
  /** A person has written in it: it is a draft now, if it was empty. */
  readonly drafted: boolean;
  /** When a person last changed its text, and who, if somebody did since the last finding. */
  readonly changed: { readonly at: Date; readonly personId: string | null } | null;
}

/** Findings about one deck, made on the stored version `over` and on the log up to `seq`. */
export interface SectionFindings {
  readonly over: number;
  readonly seq: number;
  readonly findings: readonly SectionFinding[];
}

/** Which deck of which series. */
export interface OrderedDeck {
  readonly deckId: string;
  readonly seriesId: string;
}

/** The sections of decks, as stored. */
export interface SectionRows {
  load(deck: OrderedDeck): Promise<StoredOrder>;
  /** Stores what was found and answers the order after it; null when another process stored something meanwhile. */
  save(deck: OrderedDeck, findings: SectionFindings): Promise<StoredOrder | null>;
}

/** Sections on Postgres. */
export function postgresSectionRows(open: typeof database): SectionRows {
  return {
    load: (deck) => storedOrder(deck, open()),
    save: (deck, findings) =>
      open().$transaction(async (tx) => {
        if (!(await takesTurn(tx, deck.deckId, findings))) return null;
        await writeFindings(tx, deck.deckId, findings.findings);
        return storedOrder(deck, tx);
      }),
  };
}

/** Writes what was found in a deck that nobody else can have open yet: in the transaction that makes it. */
export async function storeFirstFindings(
  tx: Transaction,
  deckId: string,
  { seq, findings }: Omit<SectionFindings, 'over'>,
): Promise<void> {
  await tx.runningOrder.create({ data: { deckId, seq } });
  await writeFindings(tx, deckId, findings);
}

/** Processes that found the same at the same time must not both make rows of it. */
async function takesTurn(tx: Transaction, deckId: string, { over, seq }: SectionFindings): Promise<boolean> {
  const taken =
    over === 0
      ? await tx.$executeRaw`INSERT INTO running_order (deck_id, seq) VALUES (${deckId}, ${seq}) ON CONFLICT DO NOTHING`
      : await tx.$executeRaw`
          UPDATE running_order SET version = version + 1, seq = ${seq} WHERE deck_id = ${deckId} AND version = ${over}`;
  return taken > 0;
}

async function writeFindings(tx: Transaction, deckId: string, findings: readonly SectionFinding[]): Promise<void> {
  const fresh = findings.filter(({ id }) => id === null);
  if (fresh.length > 0)
    await tx.section.createMany({
      data: fresh.map(({ anchor, title, position, words, drafted, changed }) => ({
        deckId,
        anchor,
        title: storable(title),
        position,
        words: [...words],
        status: drafted ? 'draft' : 'empty',
        changedAt: changed?.at ?? null,
        changedById: changed?.personId ?? null,
      })),
    });
  for (const finding of findings) if (finding.id !== null) await writeFinding(tx, finding.id, finding);
}

/** Only what the text says: what people said of the section is the door's, and may be said at this very moment. */
async function writeFinding(
  tx: Transaction,
  id: string,
  { anchor, title, position, words, gone, drafted, changed }: SectionFinding,
): Promise<void> {
  const status = drafted
    ? Prisma.sql`CASE WHEN status = 'empty' THEN 'draft'::section_status ELSE status END`
    : Prisma.sql`status`;
  const change =
    changed === null
      ? Prisma.empty
      : Prisma.sql`, changed_at = ${changed.at}, changed_by_id = ${changed.personId}::uuid`;
  await tx.$executeRaw`
    UPDATE section SET anchor = ${anchor}, title = ${storable(title)}, position = ${position}, words = ${[...words]},
      gone_at = CASE WHEN ${gone} THEN coalesce(gone_at, now()) ELSE NULL END, status = ${status} ${change}
    WHERE id = ${id}::uuid`;
}

/** As Postgres takes it: half a character or a NUL would keep all findings of the deck from being stored. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
