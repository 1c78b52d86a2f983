import { addresses, slugOf } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import type { SeriesForm } from '#lib/series/series-form.ts';
import { audit } from '#server/audit.ts';
import type { Transaction } from '#server/database/client.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import type { Series } from '#prisma/client/client.ts';

/** What is written when a series is made. */
export interface NewSeries {
  readonly form: SeriesForm;
  /** Becomes its first host; null when the command line makes a series before anybody has an account. */
  readonly personId: string | null;
  /** Text of the template that its calls begin with. */
  readonly template: string;
  readonly details?: Readonly<Record<string, string | boolean>>;
}

/** A series as links to it need it. */
export interface SeriesPlace {
  readonly id: string;
  readonly slug: string;
  readonly address: string;
}

/** Makes a series with its template and its first host, in the caller's transaction. Refuses an address that is taken. */
export async function insertSeries(tx: Transaction, { form, personId, template, details }: NewSeries): Promise<Series> {
  const slug = form.slug ?? (await freeSlug(tx, slugOf(form.name)));
  if (form.slug !== undefined && (await isTaken(tx, slug)))
    throw new Refusal('conflict', 'Another series has this address already: choose another.');
  const { name, timeZone, readDecks, readLive, readRecords, write } = form;
  const series = await tx.series.create({
    data: { slug, name, timeZone, readDecks, readLive, readRecords, write, createdById: personId },
  });
  if (personId !== null) await tx.membership.create({ data: { seriesId: series.id, personId, role: 'host' } });
  await createDeck(tx, { kind: 'template', seriesId: series.id, callId: null, text: template, personId });
  await audit(tx, {
    act: 'series.create',
    personId,
    seriesId: series.id,
    details: { slug, name, readDecks, readLive, readRecords, write, ...details },
  });
  return series;
}

/** Where a series is. */
export function placeOf(series: Series): SeriesPlace {
  return { id: series.id, slug: series.slug, address: addresses.series(series.slug) };
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  if (!(await isTaken(tx, wanted))) return wanted;
  const stem = wanted.slice(0, 56);
  for (let number = 2; ; number += 1) {
    if (!(await isTaken(tx, `${stem}-${number}`))) return `${stem}-${number}`;
  }
}

/** A name that a series had before stays taken: it redirects for ever. */
async function isTaken(tx: Transaction, slug: string): Promise<boolean> {
  const series = await tx.series.findUnique({ where: { slug }, select: { id: true } });
  return series !== null || (await tx.seriesAddress.findUnique({ where: { slug } })) !== null;
}
