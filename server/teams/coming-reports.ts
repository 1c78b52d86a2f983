import { addresses } from '#lib/addresses.ts';
import { findReportLine } from '#lib/sections/report-line.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { TeamReport } from '#lib/views.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { placedSections } from '#server/sections/placed-sections.ts';
import type { Prisma, Series } from '#prisma/client/client.ts';

/** So many calls to come are looked at: nobody prepares more. */
const MOST_CALLS = 6;
const DECKS = { decks: { where: { kind: 'call' } } } as const satisfies Prisma.CallInclude;

/** The sections of a team in the calls that have not ended, soonest first. Whoever calls this has checked that decks may be read. */
export async function comingReports(series: Series, teamId: string): Promise<readonly TeamReport[]> {
  const calls = await database().call.findMany({
    where: { ...callsOf(series.id), state: { not: 'ended' } },
    orderBy: [{ startsAt: 'asc' }, { address: 'asc' }],
    include: DECKS,
    take: MOST_CALLS,
  });
  const reports = await Promise.all(calls.map((call) => reportsIn(series, call, teamId)));
  return reports.flat();
}

async function reportsIn(
  series: Series,
  call: Prisma.CallGetPayload<{ include: typeof DECKS }>,
  teamId: string,
): Promise<readonly TeamReport[]> {
  const [deck] = call.decks;
  if (deck === undefined) return [];
  const content = await readDeck(deck.id);
  const { model, sections } = await placedSections({ deckId: deck.id, seriesId: series.id }, content, database());
  return sections
    .filter(({ team }) => team?.id === teamId)
    .map((placed) => ({
      call: callSummary(series.slug, call),
      title: placed.section.title,
      address: addresses.deck(series.slug, call.address, placed.section.key),
      reporter: reporterOf(placed, model),
      status: placed.row?.status ?? 'empty',
    }));
}

/** As somebody said, else as the text says. */
function reporterOf({ row, section }: PlacedSection, { slides }: DeckModel): string | null {
  if (row?.reporter != null) return row.reporter.name;
  const sources = slides.slice(section.fromSlide, section.toSlide).map(({ source }) => source);
  return reporterIn(sources);
}

/** Who is named on these slides. */
export function reporterIn(sources: readonly string[]): string | null {
  for (const source of sources) {
    const names = (findReportLine(source)?.people ?? []).map(({ handle, name }) => name ?? `@${handle ?? ''}`);
    if (names.length > 0) return names.join(', ');
  }
  return null;
}
