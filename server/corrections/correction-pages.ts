import { may } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import type { BeginCorrectionView, CorrectionDeckView, CorrectionView } from '#lib/corrections/correction-views.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { findCall, type FoundCall } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';
import { correctionView } from '#server/decks/deck-page.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import type { Correction } from '#prisma/client/client.ts';

import { requireCorrectable } from './begin-correction.ts';
import { isCorrectable, newestEdition, openUntil } from './find-corrections.ts';

/** The page on which the correction of a section begins, for who may correct it. */
export async function beginCorrectionPage(
  visitor: Visitor,
  slug: string,
  { call: address, section }: AskedSection,
): Promise<BeginCorrectionView> {
  const found = await findCall(visitor, slug, address, 'record.read');
  const { call, asker } = found;
  const title = await correctableTitle(found, section);
  const last = await lastCorrection(call.id, section);
  const place = addresses.correction(call.series.slug, call.address, section);
  return {
    callId: call.id,
    series: seriesReference(call.series, asker),
    call: callSummary(call.series.slug, call),
    key: section,
    title,
    dueAt: openUntil(call, new Date())?.toISOString() ?? null,
    open: last?.state === 'open' ? place : null,
    withdrawn: last?.state === 'withdrawn' ? { address: place, why: last.why } : null,
  };
}

/** Which section of which call. */
interface AskedSection {
  /** Address of the call in its series. */
  readonly call: string;
  /** Key of the section in its record. */
  readonly section: string;
}

/** The title of a section that the visitor may correct; refuses any other. */
async function correctableTitle(found: FoundCall, section: string): Promise<string> {
  const edition = await newestEdition(found.call.id);
  const part = edition?.content.sections.find(({ key }) => key === section);
  if (edition === null || part === undefined) throw nothingHere();
  await requireCorrectable(found, section, new Date());
  if (!isCorrectable(edition.content)) throw new Refusal('not-allowed', messages.corrections.problems.imported);
  return part.title;
}

/** The correction of a section in the workspace: the one that is open, else the last one, to be read. */
export async function correctionPage(
  visitor: Visitor,
  slug: string,
  { call: address, section }: AskedSection,
): Promise<CorrectionDeckView> {
  const found = await findCall(visitor, slug, address, 'record.read');
  const { call } = found;
  const correction = await lastCorrection(call.id, section);
  if (correction === null) throw nothingHere();
  const asker = await authorize(visitor, 'deck.read', call.series, correction.deckId);
  const writes = may(asker, 'deck.write', call.series);
  return {
    view: await correctionView(found, correction.deck, writes),
    correction: {
      ...viewOf(found, correction),
      may: {
        withdraw: writes && correction.state === 'open',
        publish: correction.state === 'open' && isOver(correction) && may(asker, 'series.manage', call.series),
      },
    },
  };
}

async function lastCorrection(callId: string, sectionKey: string) {
  return database().correction.findFirst({
    where: { callId, sectionKey },
    orderBy: [{ createdAt: 'desc' }, { deckId: 'asc' }],
    include: { deck: true },
  });
}

function isOver({ dueAt }: Correction): boolean {
  return dueAt === null || dueAt.getTime() <= Date.now();
}

function viewOf({ call }: FoundCall, correction: Correction): Omit<CorrectionView, 'may'> {
  const { deckId, title, state, why, dueAt, edition, sectionKey } = correction;
  const { slug } = call.series;
  return {
    deckId,
    title,
    state,
    why,
    dueAt: dueAt?.toISOString() ?? null,
    edition: edition === null ? null : { number: edition, address: addresses.edition(slug, call.address, edition) },
    record: addresses.call(slug, call.address),
    again: addresses.correct(slug, call.address, sectionKey),
  };
}
