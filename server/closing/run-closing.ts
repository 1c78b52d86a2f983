import { RESUME_WINDOW } from '#lib/calls/resume-window.ts';
import { bus } from '#server/bus/open-bus.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { database, databasePool } from '#server/database/client.ts';
import { log } from '#server/log.ts';
import { sendSealJob } from '#server/jobs/send-job.ts';

import { TakenBack, type ClosingRun } from './closing-run.ts';
import { gatherPictures } from './gather-pictures.ts';
import { writeRecord } from './write-record.ts';

/** Folding and parsing the largest deck takes far less; a database under load may take its time. Milliseconds. */
const TRANSACTION_TIMEOUT = 30_000;
/** A record that comes late, because nothing ran for a while, can still be looked at before it is sealed. Milliseconds. */
const SHORTEST_WINDOW = 60_000;
/** Closings that this process works on at once: each holds a connection, of which there are twenty. */
const MOST_AT_ONCE = 4;

const underWay = new Map<string, Promise<void>>();
const waiting: (() => void)[] = [];

/**
 * Does what is left to do of a call's closing until its record is written: pictures, then the edition. Does nothing when there is
 * nothing left, or when another process is at it. Throws what went wrong; doing it again goes on where it stopped.
 */
export async function runClosing(callId: string): Promise<void> {
  const known = underWay.get(callId);
  if (known !== undefined) return known;
  const work = inTurn(() => closeOnce(callId)).finally(() => underWay.delete(callId));
  underWay.set(callId, work);
  return work;
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  if (underWay.size >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    await work();
  } finally {
    waiting.shift()?.();
  }
}

/** Resolves when this process is at no closing any more. */
export async function closingsAtRest(): Promise<void> {
  await Promise.allSettled(underWay.values());
}

async function closeOnce(callId: string): Promise<void> {
  const found = await openRun(callId);
  if (found === null) return;
  await alone(found.run, async () => {
    // Read again: whoever was at it before may have come further.
    const run = await openRun(callId);
    if (run === null || run.run !== found.run) return;
    try {
      if (run.step === 'pictures') {
        await gatherPictures(run);
        await advance(run);
      }
      await writeOnce(run);
    } catch (error) {
      if (error instanceof TakenBack) return;
      log.error('a closing failed; it is tried again within a minute', { error, callId });
      await noteFault(run, error);
      throw error;
    }
  });
}

/** Null when the record is written, when the call was resumed, and while it is in the bin. */
async function openRun(callId: string): Promise<(ClosingRun & { readonly step: string }) | null> {
  const closing = await database().closing.findFirst({
    where: {
      callId,
      step: { in: ['pictures', 'edition'] },
      call: { deletedAt: null, series: { deletedAt: null } },
    },
    select: {
      run: true,
      step: true,
      personId: true,
      call: { select: { seriesId: true, decks: { where: { kind: 'call' }, select: { id: true } } } },
    },
  });
  const deckId = closing?.call.decks[0]?.id;
  if (closing === null || deckId === undefined) return null;
  const { run, step, personId, call } = closing;
  return { callId, run, step, personId, deckId, seriesId: call.seriesId };
}

/**
 * Holds a lock of this run while it works, on a connection of its own: when the process is killed the connection ends, and with it the
 * lock, so that the next one need not wait. Does nothing when somebody else holds it.
 */
async function alone(run: string, work: () => Promise<void>): Promise<void> {
  const connection = await databasePool().connect();
  // One that breaks while it is held would end the process; the lock is gone then, and the work is safe without it.
  connection.on('error', (error) => log.info('A connection to the database broke.', { error: error.message }));
  let broken = true;
  try {
    const { rows } = await connection.query<{ got: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 5)) AS got',
      [run],
    );
    try {
      if (rows[0]?.got === true) await work();
    } finally {
      await connection.query('SELECT pg_advisory_unlock_all()');
    }
    broken = false;
  } finally {
    // A connection that is thrown away takes its lock with it.
    connection.release(broken);
  }
}

async function advance({ callId, run }: ClosingRun): Promise<void> {
  const { count } = await database().closing.updateMany({
    where: { callId, run, step: 'pictures' },
    data: { step: 'edition' },
  });
  if (count === 0) throw new TakenBack();
}

async function writeOnce({ callId, run, deckId, personId, seriesId }: ClosingRun): Promise<void> {
  const written = await database().$transaction(
    async (tx) => {
      if ((await lockCall(tx, callId)) !== 'ended') throw new TakenBack();
      const { count } = await tx.closing.updateMany({
        where: { callId, run, step: { in: ['pictures', 'edition'] } },
        data: { error: null },
      });
      if (count === 0) throw new TakenBack();
      const known = await tx.edition.findFirst({ where: { record: { callId } }, select: { id: true, sealsAt: true } });
      if (known !== null) {
        await tx.closing.update({ where: { callId }, data: { step: 'seal' } });
        return { editionId: known.id, sealsAt: known.sealsAt };
      }
      const call = await tx.call.findUniqueOrThrow({ where: { id: callId } });
      const endedAt = call.endedAt ?? new Date();
      const sealsAt = new Date(Math.max(endedAt.getTime() + RESUME_WINDOW, Date.now() + SHORTEST_WINDOW));
      return { editionId: await writeRecord(tx, { call, deckId, personId, endedAt, sealsAt }), sealsAt };
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
  bus().publish('rows.changed', { seriesId, callId, what: 'call' });
  await sendSealJob(written.editionId, written.sealsAt);
}

async function noteFault({ callId, run }: ClosingRun, error: unknown): Promise<void> {
  const said = error instanceof Error ? error.message : String(error);
  await database()
    .closing.updateMany({ where: { callId, run }, data: { error: said.slice(0, 500) } })
    .catch((second: unknown) => log.error('a closing’s fault could not be kept', { error: second, callId }));
}
