import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import type { Act, Asker } from '#lib/access.ts';
import { isText } from '#lib/text-argument.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import type { Series } from '#prisma/client/client.ts';

/** A series and the standing in it of whoever asked. */
export interface FoundSeries {
  readonly series: Series;
  readonly asker: Asker;
}

/** The refusal of what does not exist, and of what the visitor may not know of: the two must not differ. */
export function nothingHere(): Refusal {
  return new Refusal('not-found', 'There is nothing here, or it is not open to you.');
}

/** The series at an address, if the visitor may do this there. */
export async function findSeries(visitor: Visitor, slug: string, act: Act): Promise<FoundSeries> {
  const series = isText(slug) ? await database().series.findUnique({ where: { slug } }) : null;
  if (series === null) throw nothingHere();
  return { series, asker: await authorize(visitor, act, series) };
}
