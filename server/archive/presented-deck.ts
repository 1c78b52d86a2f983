import { dateIn } from '#lib/dates/call-date.ts';
import { presentDeck } from '#lib/present/present-deck.ts';
import type { EditionSectionFacts } from '#lib/record/build-edition.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { isLeftOut } from '#lib/sections/placed-section.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { placedSections } from '#server/sections/placed-sections.ts';
import { seriesOrder, titleOf } from '#server/sections/stored-order.ts';
import type { Call } from '#prisma/client/client.ts';

/** What was on the slides of a call, with what its record says of the sections. */
export interface PresentedDeck {
  readonly model: DeckModel;
  readonly sections: readonly EditionSectionFacts[];
  /** Offset in the deck's text of the slide that a presented one comes from. */
  readonly sourceOffset: (slide: number) => number;
}

interface EndedDeck {
  readonly call: Call;
  readonly deckId: string;
  readonly text: string;
  /** The deck's whole state as one Yjs V1 update. */
  readonly update: Uint8Array;
}

/** Reads what was on the slides when a call ended, in the transaction that ends it. */
export async function presentedDeck(tx: Transaction, { call, deckId, ...content }: EndedDeck): Promise<PresentedDeck> {
  const { seriesId } = call;
  const { model, sections } = await placedSections({ deckId, seriesId }, content, tx);
  const known = knownHeadings(await seriesOrder(seriesId, tx));
  const { name } = await tx.series.findUniqueOrThrow({ where: { id: seriesId }, select: { name: true } });
  const template = await templateText(tx, seriesId);
  const shown = presentDeck({
    model,
    sections,
    title: await titleOf(deckId, tx),
    call: { date: dateIn(call.startsAt, call.timeZone), title: call.title, series: name },
    template: template === null ? null : parseDeck(template, undefined, known),
  });
  return {
    model: shown.model === model ? model : parseDeck(shown.model.text, undefined, known),
    sections: sections.map((placed) => ({
      title: placed.section.title,
      team: placed.team?.slug ?? null,
      reporter: placed.row?.reporter?.name ?? null,
      status: placed.row?.status ?? null,
      leftOut: isLeftOut(placed),
    })),
    sourceOffset: (slide) => model.slides[shown.toSource(slide).slide]?.range.from ?? 0,
  };
}

async function templateText(tx: Transaction, seriesId: string): Promise<string | null> {
  const template = await tx.deck.findFirst({
    where: { seriesId, kind: 'template' },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return template === null ? null : (await readDeck(template.id, tx)).text;
}
