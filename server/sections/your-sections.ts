import { addresses } from '#lib/addresses.ts';
import { may } from '#lib/access.ts';
import type { YourSection } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import type { Series } from '#prisma/client/client.ts';
import { placedSections } from './placed-sections.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { whyOwn } from '#lib/sections/own-section.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';

/** So many calls to come of a series are looked at: nobody prepares more. */
const MOST_CALLS = 3;

/** The sections of the calls to come that the visitor reports, deputises, or whose team they are in; soonest call first. */
export async function yourSections(visitor: Visitor): Promise<readonly YourSection[]> {
  const personId = visitor.person?.id;
  if (personId === undefined) return [];
  const series = await database().series.findMany({ where: { OR: concerning(personId) } });
  const all = await Promise.all(series.map((one) => sectionsIn(visitor, one, personId)));
  return all.flat().toSorted((a, b) => a.call.when.at.localeCompare(b.call.when.at));
}

function concerning(personId: string) {
  const mine = { OR: [{ reporterId: personId }, { deputyId: personId }] };
  return [
    { teams: { some: { members: { some: { personId } } } } },
    { decks: { some: { frozenAt: null, sections: { some: mine } } } },
  ];
}

async function sectionsIn(visitor: Visitor, series: Series, personId: string): Promise<readonly YourSection[]> {
  if (!may(await askerFor(visitor, series.id), 'deck.read', series)) return [];
  const calls = await database().call.findMany({
    where: { ...callsOf(series.id), state: { not: 'ended' } },
    orderBy: [{ startsAt: 'asc' }, { address: 'asc' }],
    include: { decks: { where: { kind: 'call' } } },
    take: MOST_CALLS,
  });
  const found = await Promise.all(
    calls.map(async (call) => {
      const [deck] = call.decks;
      if (deck === undefined) return [];
      const { sections } = await placedSections(
        { deckId: deck.id, seriesId: series.id },
        await readDeck(deck.id),
        database(),
      );
      return sections.flatMap((placed) => {
        const as = whyOwn(placed, personId);
        return as === null || placed.row === null
          ? []
          : [
              {
                ...partsOf(placed, placed.row),
                as,
                series: series.name,
                call: callSummary(series.slug, call),
                address: addresses.deck(series.slug, call.address, placed.section.key),
              },
            ];
      });
    }),
  );
  return found.flat();
}

function partsOf({ section, team }: PlacedSection, row: NonNullable<PlacedSection['row']>) {
  const { id, status, skipped, changed, reporter } = row;
  return {
    id,
    title: section.title,
    team: team === null ? null : { name: team.name, hue: team.hue },
    reporter,
    status,
    skipped,
    changed,
  };
}
