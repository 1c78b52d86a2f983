import { binBegins } from '#lib/bin/bin-time.ts';
import { audit } from '#server/audit.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { log } from '#server/log.ts';

/** Large records take their time. Milliseconds. */
const TRANSACTION_TIMEOUT = 120_000;

/**
 * Removes for good what has been in the bin for 30 days: calls with decks, logs, sections, live state and record; series with
 * everything; its pictures’ bytes are left to the collector. Entries of the log stay. Doing it again, or at several processes at once, does no harm; what cannot be removed is
 * logged and tried again the next time. Gives how many were removed.
 */
export async function emptyBin(now = new Date()): Promise<number> {
  const due = { where: { deletedAt: { lt: binBegins(now) } }, select: { id: true } } as const;
  let removed = 0;
  for (const { id } of await database().call.findMany(due)) if (await tried(id, removeCall(id, now))) removed += 1;
  for (const { id } of await database().series.findMany(due)) if (await tried(id, removeSeries(id, now))) removed += 1;
  return removed;
}

async function tried(id: string, removal: Promise<boolean>): Promise<boolean> {
  try {
    return await removal;
  } catch (error) {
    log.error('something could not be removed from the bin', { id, error });
    return false;
  }
}

/** The one door by which sealed editions go: the database lets them, in this transaction, when they are in the bin for 30 days. */
async function openDoor(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT set_config('plenum.empty_bin', 'on', true)`;
}

async function removeCall(id: string, now: Date): Promise<boolean> {
  return database().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM call WHERE id = ${id}::uuid FOR UPDATE`;
      // Brought back meanwhile, or removed by another process.
      const call = await tx.call.findFirst({
        where: { id, deletedAt: { lt: binBegins(now) } },
        include: { decks: { select: { id: true } } },
      });
      if (call === null) return false;
      await openDoor(tx);
      const decks = call.decks.map((deck) => deck.id);
      await retirePrograms(tx, { tickets: { some: { deckId: { in: decks } } } });
      await tx.edition.deleteMany({ where: { record: { callId: id } } });
      await tx.link.deleteMany({ where: { deckId: { in: decks } } });
      // Else its file would count as brought in already.
      await tx.importedFile.deleteMany({ where: { callId: id } });
      await tx.call.delete({ where: { id } });
      const { seriesId, address } = call;
      await audit(tx, { act: 'call.remove', personId: null, seriesId, callId: id, details: { address } });
      return true;
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
}

async function removeSeries(id: string, now: Date): Promise<boolean> {
  return database().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${id}::uuid FOR UPDATE`;
      const series = await tx.series.findFirst({ where: { id, deletedAt: { lt: binBegins(now) } } });
      if (series === null) return false;
      await openDoor(tx);
      await retirePrograms(tx, {
        OR: [{ tickets: { some: { deck: { seriesId: id } } } }, { apiToken: { is: { seriesId: id } } }],
      });
      await tx.edition.deleteMany({ where: { record: { call: { seriesId: id } } } });
      await tx.series.delete({ where: { id } });
      await audit(tx, { act: 'series.remove', personId: null, seriesId: id, details: { name: series.name } });
      return true;
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
}

/** Tickets and tokens write as persons of their own, whose names the log goes on to say; nobody else has to do with them. */
async function retirePrograms(
  tx: Transaction,
  where: NonNullable<Parameters<Transaction['person']['updateMany']>[0]['where']>,
): Promise<void> {
  const now = new Date();
  await tx.person.updateMany({ where, data: { disabledAt: now, deletedAt: now } });
}
