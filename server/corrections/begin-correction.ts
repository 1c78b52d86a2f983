import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { sectionWords } from '#lib/record/correct-sections.ts';
import { isText } from '#lib/text-argument.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { findCallById, type FoundCall } from '#server/calls/find-call.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import { sendCorrectionsJob } from '#server/jobs/send-job.ts';
import { nothingHere } from '#server/series/find-series.ts';

import { correctableBy, isCorrectable, newestEdition, openUntil } from './find-corrections.ts';
import { recordedSections } from './own-sections.ts';

const words = messages.corrections.problems;

/**
 * Begins the correction of a section of a sealed record, on a copy of its words, or gives the one that is under way. For who reported
 * it until the closing time, and for hosts at any time. Only once the record is sealed: before that the call can be resumed, its edition
 * is taken back, and the mistake is mended in the deck itself.
 */
export async function beginCorrection(
  visitor: Visitor,
  callId: string,
  sectionKey: string,
): Promise<{ readonly deckId: string; readonly address: string }> {
  const found = await findCallById(visitor, callId, 'record.read');
  const { call, author } = found;
  if (!isText(sectionKey)) throw nothingHere();
  const now = new Date();
  await requireCorrectable(found, sectionKey, now);
  const sectionId =
    (await recordedSections(call.id)).find((section) => section.sectionKey === sectionKey)?.sectionId ?? null;
  const dueAt = openUntil(call, now);
  const { deckId, begun } = await database().$transaction(async (tx) => {
    if ((await lockCall(tx, callId)) !== 'ended') throw new Refusal('conflict', words.notEnded);
    const open = await tx.correction.findFirst({ where: { callId, sectionKey, state: 'open' } });
    if (open !== null) return { deckId: open.deckId, begun: false };
    return {
      deckId: await insert(tx, { found, sectionKey, sectionId, dueAt, personId: author?.id ?? null }),
      begun: true,
    };
  });
  if (begun) {
    bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
    if (dueAt !== null) await sendCorrectionsJob(callId, dueAt);
  }
  return { deckId, address: addresses.correction(call.series.slug, call.address, sectionKey) };
}

/** Refuses who may not correct this section, with why. */
export async function requireCorrectable(found: FoundCall, sectionKey: string, now: Date): Promise<void> {
  if (found.author === null) throw new Refusal('sign-in-first', words.signIn);
  if ((await correctableBy(found, now))(sectionKey)) return;
  const closed = openUntil(found.call, now) === null;
  throw new Refusal('not-allowed', closed ? words.closed : words.notYours);
}

interface Begun {
  readonly found: FoundCall;
  readonly sectionKey: string;
  readonly sectionId: string | null;
  readonly dueAt: Date | null;
  readonly personId: string | null;
}

async function insert(tx: Transaction, { found, sectionKey, sectionId, dueAt, personId }: Begun): Promise<string> {
  const { call } = found;
  const edition = await newestEdition(call.id, tx);
  const section = edition?.content.sections.find(({ key }) => key === sectionKey);
  if (edition === null || section === undefined) throw nothingHere();
  if (!isCorrectable(edition.content)) throw new Refusal('conflict', words.imported);
  if (!edition.sealed) throw new Refusal('conflict', words.notSealed);
  const text = sectionWords(edition, sectionKey);
  if (text === null) throw new Refusal('conflict', words.noSlides);
  const { seriesId, id: callId } = call;
  const { deckId } = await createDeck(tx, { kind: 'correction', seriesId, callId, text, personId });
  await tx.correction.create({
    data: {
      deckId,
      callId,
      sectionKey,
      title: section.title,
      sectionId,
      fromEdition: edition.number,
      beganById: personId,
      dueAt,
    },
  });
  await audit(tx, { act: 'correction.begin', personId, seriesId, callId, deckId, details: { section: section.title } });
  return deckId;
}
