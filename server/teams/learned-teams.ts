import { setImmediate } from 'node:timers/promises';
import { dateIn } from '#lib/dates/call-date.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { learnTeams, type Learned } from '#lib/teams/learn-teams.ts';
import { stillUnknown } from '#lib/teams/still-unknown.ts';
import type { LearnedView } from '#lib/teams/learned-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';

/** What is older teaches more about the past than about the teams. */
const MOST_DECKS = 120;
const MOST_REMEMBERED = 20;

/** By series: what was learned from which editions. They never change, so it need not be learned again until there is a new one. */
const REMEMBERED = new Map<string, { readonly from: string; readonly learned: Learned }>();

/** What the decks of the newest records say of teams and topics, as far as the series does not know it yet. For hosts. */
export async function learnedTeams(visitor: Visitor, slug: string): Promise<LearnedView> {
  const { series } = await findSeries(visitor, slug, 'team.manage');
  const [learned, headings, teams] = await Promise.all([
    learnFrom(series.id),
    database().knownHeading.findMany({ where: { seriesId: series.id }, select: { folded: true, teamId: true } }),
    database().team.findMany({
      where: { seriesId: series.id },
      select: { id: true, name: true, _count: { select: { members: true } } },
    }),
  ]);
  return stillUnknown(learned, {
    headings: headings.map(({ folded, teamId }) => ({ folded, team: teamId })),
    teams: teams.map(({ id, name, _count }) => ({ id, name, members: _count.members })),
  });
}

async function learnFrom(seriesId: string): Promise<Learned> {
  const records = await newestRecords(seriesId);
  const from = records.map(({ editionId }) => editionId).join(' ');
  const remembered = REMEMBERED.get(seriesId);
  if (remembered?.from === from) return remembered.learned;
  const decks = [];
  for (const { editionId, date } of records) {
    const edition = await database().edition.findUnique({ where: { id: editionId }, select: { source: true } });
    if (edition !== null) decks.push({ date, slides: parseDeck(new TextDecoder().decode(edition.source)).slides });
    // Somebody types meanwhile: they come first.
    await setImmediate();
  }
  const learned = learnTeams(decks);
  const oldest = REMEMBERED.keys().next().value;
  if (REMEMBERED.size >= MOST_REMEMBERED && oldest !== undefined) REMEMBERED.delete(oldest);
  REMEMBERED.set(seriesId, { from, learned });
  return learned;
}

/** The newest edition of each of the newest records that are slides, with the day of its call. */
async function newestRecords(
  seriesId: string,
): Promise<readonly { readonly editionId: string; readonly date: string }[]> {
  const calls = await database().call.findMany({
    where: { ...callsOf(seriesId), record: { editions: { some: { content: { path: ['kind'], equals: 'slides' } } } } },
    orderBy: [{ startsAt: 'desc' }, { address: 'desc' }],
    take: MOST_DECKS,
    include: { record: { select: { editions: { select: { id: true }, orderBy: { number: 'desc' }, take: 1 } } } },
  });
  return calls.flatMap(({ startsAt, timeZone, record }) => {
    const editionId = record?.editions[0]?.id;
    return editionId === undefined ? [] : [{ editionId, date: dateIn(startsAt, timeZone) }];
  });
}
