import { foreignAddress } from '#lib/assets/foreign-address.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';
import type { Misfit } from '#lib/record/correct-sections.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { gatherForeign } from '#server/closing/gather-foreign.ts';
import { database } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { requireOnDeck } from '#server/decks/require-on-deck.ts';
import { log } from '#server/log.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Correction, Prisma } from '#prisma/client/client.ts';

import { takeCorrections, type Taken } from './take-corrections.ts';

const words = messages.corrections.problems;
/** So long pictures of other servers may take: at the closing time, and while a host waits. Milliseconds. */
const PICTURES_MS = { due: 60_000, asked: 15_000 } as const;
/** A large record under load may take its time. Milliseconds. */
const TRANSACTION_TIMEOUT = 30_000;

/** Says of corrections that their time has come. What is in the bin waits there. */
function dueBy(now: Date): Prisma.CorrectionWhereInput {
  return { state: 'open', dueAt: { lte: now }, call: { deletedAt: null, series: { deletedAt: null } } };
}

/** Publishes all corrections whose time has come: also those whose job was lost. Gives how many editions were written. */
export async function publishDueCorrections(now = new Date()): Promise<number> {
  const calls = await database().correction.findMany({
    where: dueBy(now),
    distinct: ['callId'],
    select: { callId: true },
  });
  let editions = 0;
  for (const { callId } of calls) {
    try {
      if (await publishDue(callId, now)) editions += 1;
    } catch (error) {
      // Those of other calls do not wait for this one; the next sweep tries it again.
      log.error('corrections could not be published', { callId, error });
    }
  }
  return editions;
}

/** Makes one edition of all corrections of a call whose time has come. Doing it again, or twice at once, changes nothing. Gives whether one was written. */
export async function publishDue(callId: string, now = new Date()): Promise<boolean> {
  const where = { ...dueBy(now), callId };
  const due = await database().correction.findMany({ where });
  if (due.length === 0) return false;
  await Promise.all(due.map(({ deckId }) => flushDeck(deckId)));
  await gatherPictures(due, { personId: null, wholeMs: PICTURES_MS.due });
  const taken = await take(callId, { where, now, personId: null });
  return taken !== null && taken.edition !== null;
}

/** Keeps copies of what corrections show of other servers, as a call does that ends, before the transaction that could not wait for them. */
async function gatherPictures(
  corrections: readonly Pick<Correction, 'deckId' | 'callId'>[],
  { personId, wholeMs }: { readonly personId: string | null; readonly wholeMs: number },
): Promise<void> {
  for (const { deckId, callId } of corrections) {
    const { seriesId } = await database().deck.findUniqueOrThrow({ where: { id: deckId }, select: { seriesId: true } });
    const { text } = await readDeck(deckId);
    const foreign = pictureReferences(text).filter((address) => foreignAddress(address) !== null);
    await gatherForeign(foreign, { keeper: { seriesId, personId, deckId, callId }, wholeMs });
  }
}

interface Take {
  readonly where: Prisma.CorrectionWhereInput;
  readonly now: Date;
  readonly personId: string | null;
  /** Looks at what became of them before it is kept: what it throws takes everything back. */
  readonly check?: (taken: Taken) => void;
}

async function take(callId: string, { where, now, personId, check }: Take): Promise<Taken | null> {
  const done = await database().$transaction(
    async (tx) => {
      if ((await lockCall(tx, callId)) !== 'ended') return null;
      // Whoever was first has closed them.
      const corrections = await tx.correction.findMany({
        where,
        include: { call: true },
        orderBy: { createdAt: 'asc' },
      });
      const [first] = corrections;
      if (first === undefined) return null;
      const { seriesId } = first.call;
      const taken = await takeCorrections(tx, { callId, seriesId, corrections, now, personId });
      if (taken === null) return null;
      check?.(taken);
      return { taken, corrections, seriesId };
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
  if (done === null) return null;
  ring(done.seriesId, callId, done.corrections);
  return done.taken;
}

function ring(seriesId: string, callId: string, corrections: readonly Pick<Correction, 'deckId'>[]): void {
  for (const { deckId } of corrections) bus().publish('deck.state', { deckId });
  bus().publish('rows.changed', { seriesId, callId, what: 'call' });
}

/** What publishing would take out of the record: nothing was done. */
class Losing extends Error {
  readonly slides: readonly string[];

  constructor(slides: readonly string[]) {
    super('slides would be gone');
    this.slides = slides;
  }
}

/**
 * Makes an edition of one correction, at once: for hosts, once the time is over at which all are published together. Gives what the
 * slides are called that would be gone by it, and then does nothing unless that is `certain`.
 */
export async function publishCorrection(
  visitor: Visitor,
  deckId: string,
  certain: boolean,
): Promise<{ readonly lost: readonly string[] }> {
  const { correction } = await openCorrection(visitor, deckId, 'series.manage');
  const personId = visitor.person?.id ?? null;
  const now = new Date();
  if (correction.dueAt !== null && correction.dueAt.getTime() > now.getTime())
    throw new Refusal('conflict', words.waits);
  await flushDeck(deckId);
  await gatherPictures([correction], { personId, wholeMs: PICTURES_MS.asked });
  const where = { deckId, state: 'open' } as const;
  const check = ({ misfits: [misfit], removed }: Taken): void => {
    if (misfit !== undefined) throw new Refusal('conflict', whyNot(misfit.why));
    if (removed.length > 0 && !certain) throw new Losing(removed);
  };
  try {
    const taken = await take(correction.callId, { where, now, personId, check });
    if (taken === null) throw new Refusal('conflict', words.over);
    return { lost: [] };
  } catch (error) {
    if (error instanceof Losing) return { lost: error.slides };
    throw error;
  }
}

function whyNot(why: Misfit): string {
  return { same: words.same, empty: words.empty, 'runs-over': words.runsOver }[why];
}

/** Closes a correction without publishing it. Its text stays to be copied. For who writes it. */
export async function withdrawCorrection(visitor: Visitor, deckId: string): Promise<void> {
  const { deck, correction } = await openCorrection(visitor, deckId, 'deck.write');
  await flushDeck(deckId);
  const personId = visitor.person?.id ?? null;
  const now = new Date();
  await database().$transaction(async (tx) => {
    await lockCall(tx, correction.callId);
    const { count } = await tx.correction.updateMany({
      where: { deckId, state: 'open' },
      data: { state: 'withdrawn', endedAt: now, endedById: personId },
    });
    if (count === 0) throw new Refusal('conflict', words.over);
    await tx.deck.update({ where: { id: deckId }, data: { frozenAt: now } });
    const { seriesId } = deck;
    const details = { section: correction.title };
    await audit(tx, { act: 'correction.withdraw', personId, seriesId, callId: correction.callId, deckId, details });
  });
  ring(deck.seriesId, correction.callId, [correction]);
}

async function openCorrection(visitor: Visitor, deckId: string, act: 'series.manage' | 'deck.write') {
  const { deck } = await requireOnDeck(visitor, deckId, act);
  const correction = await database().correction.findUnique({ where: { deckId: deck.id } });
  if (correction === null) throw nothingHere();
  if (correction.state !== 'open') throw new Refusal('conflict', words.over);
  return { deck, correction };
}
