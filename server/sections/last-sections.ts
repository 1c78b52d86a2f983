import { addresses } from '#lib/addresses.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { findReportLine } from '#lib/sections/report-line.ts';
import type { DeckModel, Section, Slide } from '#lib/slides/deck-model.ts';
import type { KnownHeadings } from '#lib/slides/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { LastSection } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { findDeck } from '#server/decks/find-deck.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Call, Series } from '#prisma/client/client.ts';
import { seriesOrder } from './stored-order.ts';

/** A team that was away longer begins anew. */
const MOST_RECORDS = 12;

/** What each team and topic said in the newest record before this deck's call that has a section of it. For who may read records. */
export async function lastSections(visitor: Visitor, deckId: string): Promise<readonly LastSection[]> {
  const deck = await findDeck(deckId);
  if (deck === null) throw nothingHere();
  const { series, call } = deck;
  await authorize(visitor, 'record.read', series, deckId);
  const before = await database().call.findMany({
    where: {
      ...callsOf(series.id),
      record: { isNot: null },
      ...(call === null ? {} : { startsAt: { lt: call.startsAt } }),
    },
    include: { record: { include: { editions: { orderBy: { number: 'desc' }, take: 1, select: { source: true } } } } },
    orderBy: [{ startsAt: 'desc' }, { address: 'desc' }],
    take: MOST_RECORDS,
  });
  const known = knownHeadings(await seriesOrder(series.id, database()));
  const newest = new Map<string, LastSection>();
  for (const earlier of before) {
    const source = earlier.record?.editions[0]?.source;
    if (source === undefined) continue;
    for (const section of sectionsOf({ series, call: earlier, text: new TextDecoder().decode(source), known })) {
      const key = section.team ?? `topic ${section.folded}`;
      if (!newest.has(key)) newest.set(key, section);
    }
  }
  return [...newest.values()];
}

interface Earlier {
  readonly series: Series;
  readonly call: Call;
  readonly text: string;
  readonly known: KnownHeadings;
}

function sectionsOf({ series, call, text, known }: Earlier): readonly LastSection[] {
  const model = parseDeck(text, undefined, known);
  return model.sections.flatMap((section) => {
    const slides = textsOf(model, section);
    if (section.title === '' || slides.length === 0) return [];
    return [
      {
        team: section.team,
        folded: foldHeading(section.title),
        title: section.title,
        call: callSummary(series.slug, call),
        address: addresses.slide(series.slug, call.address, section.key, '1'),
        slides,
      },
    ];
  });
}

function textsOf(model: DeckModel, { title, fromSlide, toSlide }: Section): readonly string[] {
  const bodies = model.slides.slice(fromSlide, toSlide).map((slide) => bodyOf(slide, title));
  return bodies.filter((body) => body !== '');
}

/** What there is to take over: not the section's heading, nor who reported, nor what only dresses the slide. */
function bodyOf({ source, headings }: Slide, section: string): string {
  const line = findReportLine(source);
  const rest = line === null ? source : source.slice(0, line.from) + source.slice(line.to);
  const bare = rest.replaceAll(/<!--[\s\S]*?-->|<style>[\s\S]*?<\/style>/g, '').trim();
  const named = foldHeading(headings[0]?.text ?? '') === foldHeading(section);
  return named ? bare.replace(/^#{1,6}[^\n]*\n*/, '').trim() : bare;
}
