import { RESUME_WINDOW } from '#lib/calls/resume-window.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { anchorAt } from '#lib/deck/anchor.ts';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { editionAssets, keptAssets } from '#server/assets/asset-map.ts';
import { audit } from '#server/audit.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import * as Y from 'yjs';
import type { Call } from '#prisma/client/client.ts';

import { presentedDeck } from './presented-deck.ts';
import { writeFirstEdition } from './write-edition.ts';

export interface Freeze {
  readonly call: Call;
  readonly deckId: string;
  readonly personId: string | null;
  /** When the call ended. */
  readonly at: Date;
}

/**
 * Ends a call in the caller's transaction, which holds the call's row: freezes its deck, keeps a revision, and writes the
 * record's first edition from the log. Gives the edition's id and when it is to be sealed.
 */
export async function freezeCall(
  tx: Transaction,
  { call, deckId, personId, at }: Freeze,
): Promise<{ editionId: string; sealsAt: Date }> {
  // First of all, because this waits for an append that is under way and refuses all that follow: what is read next is the end of the log.
  await tx.deck.update({ where: { id: deckId }, data: { frozenAt: at } });
  const { text, seq, epoch, update } = await readDeck(deckId, tx);
  const sealsAt = new Date(at.getTime() + RESUME_WINDOW);
  const shown = await presentedDeck(tx, { call, deckId, text, update });
  const doc = docOf(update);
  const editionId = await writeFirstEdition(tx, {
    callId: call.id,
    source: new TextEncoder().encode(text),
    personId,
    sealsAt,
    material: {
      kind: 'slides',
      title: call.title,
      startsAt: call.startsAt,
      timeZone: call.timeZone,
      hasTime: call.hasTime,
      model: shown.model,
      anchorOf: (slide) => anchorAt(doc, shown.sourceOffset(slide)),
      sections: shown.sections,
      assets: editionAssets(pictureReferences(text), await keptAssets(tx, call.seriesId)),
      provenance: { type: 'call', deck: deckId, epoch, seq, endedAt: at.toISOString() },
    },
  });
  doc.destroy();
  await tx.call.update({ where: { id: call.id }, data: { state: 'ended', endedAt: at } });
  await keepRevision(tx, { deckId, seq, text, reason: 'ended', personId });
  await audit(tx, {
    act: 'call.end',
    personId,
    seriesId: call.seriesId,
    callId: call.id,
    deckId,
    details: { edition: editionId },
  });
  return { editionId, sealsAt };
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = createDeckDoc();
  Y.applyUpdate(doc, update);
  return doc;
}
