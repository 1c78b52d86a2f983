import { addresses } from '#lib/addresses.ts';
import { binBegins, daysLeft, keptUntil } from '#lib/bin/bin-time.ts';
import type { DeletedRow } from '#lib/bin/bin-views.ts';
import { dateIn } from '#lib/dates/call-date.ts';
import { database } from '#server/database/client.ts';
import type { Call, Series } from '#prisma/client/client.ts';

/** Says of rows that they are in the bin and can still be brought back. */
export function inBin(now: Date) {
  return { deletedAt: { gte: binBegins(now) } } as const;
}

/** Calls and series in the bin as people see them. What is not there is left out. */
export async function deletedRows(
  things: readonly ({ readonly series: Series } | { readonly call: Call; readonly series: Series })[],
  now: Date,
): Promise<readonly DeletedRow[]> {
  const ids = things.flatMap((thing) => ('call' in thing ? thing.call : thing.series).deletedById ?? []);
  const people = await database().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return things.flatMap((thing) => {
    const { deletedAt, deletedById } = 'call' in thing ? thing.call : thing.series;
    if (deletedAt === null) return [];
    return [
      {
        ...whatOf(thing),
        deletedAt: deletedAt.toISOString(),
        by: names.get(deletedById ?? '') ?? null,
        until: keptUntil(deletedAt).toISOString(),
        daysLeft: daysLeft(deletedAt, now),
        timeZone: thing.series.timeZone,
      },
    ];
  });
}

function whatOf(thing: { readonly series: Series } | { readonly call: Call; readonly series: Series }) {
  const { slug } = thing.series;
  if (!('call' in thing))
    return {
      kind: 'series',
      id: thing.series.id,
      name: thing.series.name,
      address: addresses.series(slug),
      date: null,
    } as const;
  const { id, title, address, startsAt, timeZone } = thing.call;
  return {
    kind: 'call',
    id,
    name: title,
    address: addresses.call(slug, address),
    date: dateIn(startsAt, timeZone),
  } as const;
}
