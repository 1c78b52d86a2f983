import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { anchorAt } from '#lib/deck/anchor.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { presentedDeck } from '#server/archive/presented-deck.ts';
import { writeEdition } from '#server/archive/write-edition.ts';
import { adoptForeignKeys } from '#server/assets/adopt-foreign-keys.ts';
import { editionAssets, keptAssets } from '#server/assets/asset-map.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import type { Call } from '#prisma/client/client.ts';
import * as Y from 'yjs';

/** A call that has ended, whose record is to be written. */
export interface EndedCall {
  readonly call: Call;
  readonly deckId: string;
  readonly personId: string | null;
  readonly endedAt: Date;
  readonly sealsAt: Date;
}

/** Writes the first edition of a call's record from the log of its deck, in the caller's transaction, which holds the call's row. Gives its id. */
export async function writeRecord(
  tx: Transaction,
  { call, deckId, personId, endedAt, sealsAt }: EndedCall,
): Promise<string> {
  const { text, seq, epoch, update } = await readDeck(deckId, tx);
  const shown = await presentedDeck(tx, { call, deckId, text, update });
  const doc = docOf(update);
  // A record is to outlive the series that some of its pictures come from.
  await adoptForeignKeys(tx, call.seriesId, text);
  const editionId = await writeEdition(tx, {
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
      assets: editionAssets(picturesOf(text, shown.model.text), await keptAssets(tx, call.seriesId)),
      provenance: { type: 'call', deck: deckId, epoch, seq, endedAt: endedAt.toISOString() },
    },
  });
  doc.destroy();
  const sealed = sealsAt.getTime() <= Date.now();
  await tx.closing.updateMany({
    where: { callId: call.id },
    data: { step: sealed ? 'done' : 'seal', doneAt: sealed ? new Date() : null, error: null },
  });
  return editionId;
}

/** What rows put on the slides, such as the title picture, stands in no text. */
function picturesOf(text: string, presented: string): readonly string[] {
  return [...new Set([...pictureReferences(text), ...pictureReferences(presented)])];
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = createDeckDoc();
  Y.applyUpdate(doc, update);
  return doc;
}
