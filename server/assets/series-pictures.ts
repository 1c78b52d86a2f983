import { may, type Asker } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import {
  PICTURES_AT_ONCE,
  UNUSED_DAYS,
  type PictureFilter,
  type PicturesAsked,
  type SeriesPicture,
  type SeriesPicturesView,
} from '#lib/assets/series-pictures-view.ts';
import { describeChanges } from '#lib/pictures/picture-edits.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { Prisma, type Series } from '#prisma/client/client.ts';

import { namesKey } from './key-finder.ts';
import { pictureUses, type PictureUses } from './picture-uses.ts';

const DAY = 86_400_000;

/**
 * One page of the pictures of a series, the newest first, with where each is used, as far as the visitor may read it. For members. A
 * page that begins behind a picture that is gone begins anew.
 */
export async function seriesPictures(
  visitor: Visitor,
  slug: string,
  asked: PicturesAsked,
): Promise<SeriesPicturesView> {
  const { series, asker } = await findSeries(visitor, slug, 'asset.read');
  const uses = await pictureUses(series, asker);
  const [{ bytes, ...counts }, keys] = await Promise.all([
    countAll(series.id, uses.used),
    keysOf(series.id, asked, uses.used),
  ]);
  const shown = keys.slice(0, PICTURES_AT_ONCE);
  return {
    series: seriesReference(series, asker),
    asked,
    pictures: await picturesBy(shown, uses),
    counts,
    bytes,
    next: keys.length > shown.length ? (shown.at(-1) ?? null) : null,
    foreignPictures: series.foreignPictures,
    may: mayDo(asker, series),
  };
}

function mayDo(asker: Asker, series: Series): SeriesPicturesView['may'] {
  return { describe: may(asker, 'asset.describe', series), manage: may(asker, 'asset.manage', series) };
}

type Filters = Readonly<Record<PictureFilter, Prisma.Sql>>;

/** `p` is the picture in its series, `a` its bytes. */
function filtersFor(used: readonly string[]): Filters {
  return {
    all: Prisma.sql`true`,
    unused: Prisma.sql`p.key <> ALL(${[...used]}::text[])`,
    undescribed: Prisma.sql`p.alt = ''`,
    elsewhere: Prisma.sql`(p.source IS NOT NULL OR EXISTS (
      SELECT 1 FROM asset_address c WHERE c.key = p.key AND c.address ~* '^(https?:)?//'))`,
    damaged: Prisma.sql`a.damaged_at IS NOT NULL`,
  };
}

type Totals = Readonly<Record<PictureFilter, number>> & { readonly bytes: number };

async function countAll(seriesId: string, used: readonly string[]): Promise<Totals> {
  const filters = filtersFor(used);
  const [totals] = await database().$queryRaw<readonly Totals[]>`
    SELECT count(*)::int AS "all", coalesce(sum(a.bytes), 0)::float8 AS bytes,
           (count(*) FILTER (WHERE ${filters.unused}))::int AS unused,
           (count(*) FILTER (WHERE ${filters.undescribed}))::int AS undescribed,
           (count(*) FILTER (WHERE ${filters.elsewhere}))::int AS elsewhere,
           (count(*) FILTER (WHERE ${filters.damaged}))::int AS damaged
    FROM series_asset p JOIN asset a USING (hash) WHERE p.series_id = ${seriesId}::uuid`;
  return totals ?? { all: 0, unused: 0, undescribed: 0, elsewhere: 0, damaged: 0, bytes: 0 };
}

/** The keys of a page in order, and one more when there is another page. */
async function keysOf(seriesId: string, { show, search, after }: PicturesAsked, used: readonly string[]) {
  const last =
    after === null ? null : await database().seriesAsset.findUnique({ where: { key: after, seriesId: seriesId } });
  const like = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await database().$queryRaw<readonly { readonly key: string }[]>`
    SELECT p.key FROM series_asset p JOIN asset a USING (hash)
    WHERE p.series_id = ${seriesId}::uuid AND ${filtersFor(used)[show]}
      ${search === '' ? Prisma.empty : Prisma.sql`AND (p.name ILIKE ${like} OR p.alt ILIKE ${like} OR p.credit ILIKE ${like})`}
      ${last === null ? Prisma.empty : Prisma.sql`AND (p.created_at, p.key) < (${last.createdAt}, ${last.key})`}
    ORDER BY p.created_at DESC, p.key DESC LIMIT ${PICTURES_AT_ONCE + 1}`;
  return rows.map(({ key }) => key);
}

const WITH_ALL = { asset: true, addresses: { select: { address: true } } } as const;
type Row = Prisma.SeriesAssetGetPayload<{ include: typeof WITH_ALL }>;

async function picturesBy(keys: readonly string[], uses: PictureUses): Promise<readonly SeriesPicture[]> {
  const rows = await database().seriesAsset.findMany({ where: { key: { in: [...keys] } }, include: WITH_ALL });
  const people = await database().person.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows
    .toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
    .map((row) => pictureView(row, uses, names.get(row.createdById ?? '') ?? null));
}

function pictureView(row: Row, uses: PictureUses, broughtBy: string | null): SeriesPicture {
  const { key, extension, name, asset, alt, credit, unusedSince } = row;
  const used = uses.of(key);
  return {
    key,
    address: addresses.asset(key, extension),
    thumbnail: addresses.asset(key, extension, 320),
    name,
    width: asset.width,
    height: asset.height,
    bytes: asset.bytes,
    broughtAt: row.createdAt.toISOString(),
    broughtBy,
    source: row.source ?? row.addresses.find(({ address }) => /^(?:https?:)?\/\//i.test(address))?.address ?? null,
    alt,
    credit,
    uses: used,
    undescribed: undescribedPlaces(key, uses),
    unused:
      unusedSince === null || used.length > 0
        ? null
        : {
            since: unusedSince.toISOString(),
            until: new Date(unusedSince.getTime() + UNUSED_DAYS * DAY).toISOString(),
          },
    damagedSince: asset.damagedAt?.toISOString() ?? null,
  };
}

/** How many places a description would be written into. */
function undescribedPlaces(key: string, { decks, keyOf }: PictureUses): number {
  const names = namesKey(keyOf, key);
  return decks
    .filter(({ writable }) => writable)
    .reduce((sum, { text }) => sum + describeChanges(text, names, 'x').length, 0);
}
