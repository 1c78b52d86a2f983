import { dateIn } from '#lib/dates/call-date.ts';
import { database } from '#server/database/client.ts';

/** One JSON object a deck: id, series and call by their addresses, title, date, and the call's state; templates are `template`. */
export async function deckLines(): Promise<readonly string[]> {
  const decks = await database().deck.findMany({
    // What is in the bin has no address that leads anywhere.
    where: { series: { deletedAt: null }, NOT: { call: { deletedAt: { not: null } } } },
    include: { call: true, series: { select: { slug: true, name: true } } },
    orderBy: [{ series: { slug: 'asc' } }, { call: { startsAt: 'asc' } }, { createdAt: 'asc' }],
  });
  return decks.map(({ id, call, series }) =>
    JSON.stringify({
      id,
      series: series.slug,
      call: call?.address ?? null,
      title: call?.title ?? series.name,
      date: call === null ? null : dateIn(call.startsAt, call.timeZone),
      state: call?.state ?? 'template',
    }),
  );
}
