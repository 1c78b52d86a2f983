import { CLOSED, NOBODY } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import { defaultTemplate } from '#lib/series/default-template.ts';
import type { SeriesForm } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

import { insertSeries, placeOf } from './insert-series.ts';
import type { NewSeries, SeriesPlace } from './insert-series.ts';

/** Makes a series whose host is the visitor, with our template to begin with. Refuses an address that is taken. */
export async function createSeries(visitor: Visitor, form: SeriesForm): Promise<SeriesPlace> {
  return writeSeries({ form, personId: mayCreate(visitor), template: defaultTemplate });
}

/** Who would be the host of a new series. Refuses whoever may not make one; a guest may once they sign in. */
export function mayCreate({ person }: Visitor): string {
  if (person?.signedIn !== true) throw new Refusal('sign-in-first', 'Sign in to start a series.');
  requireAct(
    { ...NOBODY, personId: person.id, signedIn: person.signedIn, admin: person.admin },
    'series.create',
    CLOSED,
  );
  return person.id;
}

/** Makes a series without asking who may. */
export async function writeSeries(series: NewSeries): Promise<SeriesPlace> {
  try {
    return placeOf(await database().$transaction((tx) => insertSeries(tx, series)));
  } catch (error) {
    // Two people took the same free address in the same moment: the second looks again.
    if (isTakenAddress(error) && series.form.slug === undefined) return writeSeries(series);
    if (isTakenAddress(error))
      throw new Refusal('conflict', 'Another series has this address already: choose another.');
    throw error;
  }
}

function isTakenAddress(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
