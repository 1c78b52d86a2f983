import { createHash } from 'node:crypto';

import { addresses } from '#lib/addresses.ts';
import { sayLongDay } from '#lib/dates/say-when.ts';
import { ATOM_FOOT, atomEntry, atomHead, wholeAddresses, type AtomFeed } from '#lib/feeds/atom.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import { isTeamSlug } from '#server/teams/team-address.ts';
import type { Series } from '#prisma/client/client.ts';

import { feedContent } from './feed-content.ts';
import { feedRows, type FeedRow } from './feed-rows.ts';

const words = messages.reading.feed;
/** Raised when feeds are written otherwise than before: then nobody has the newest. */
const FORM = 1;

/** A feed before it is written: what tells whether somebody has it already, and its text piece by piece. */
export interface RecordFeed {
  readonly etag: string;
  readonly changed: Date;
  /** Whether everybody gets the same. */
  readonly open: boolean;
  readonly text: () => AsyncGenerator<string>;
}

/** What was sealed last of a series, for who may read its records. `origin` is where the site is, without a slash at the end. */
export async function seriesFeed(visitor: Visitor, slug: string, origin: string): Promise<RecordFeed> {
  const { series } = await findSeries(visitor, slug, 'record.read');
  const head = {
    id: `urn:uuid:${series.id}`,
    title: words.series(series.name),
    subtitle: words.subtitle(series.name),
    self: origin + addresses.feed(slug),
    page: origin + addresses.archive(slug),
  };
  return makeFeed({ series, head, origin, team: null }, await feedRows(series.id, null));
}

/** The same of what a team reported. */
export async function teamFeed(visitor: Visitor, slug: string, team: string, origin: string): Promise<RecordFeed> {
  const { series } = await findSeries(visitor, slug, 'record.read');
  if (!isTeamSlug(team)) throw nothingHere();
  const found = await database().team.findUnique({
    where: { seriesId_slug: { seriesId: series.id, slug: team } },
    select: { id: true, name: true },
  });
  if (found === null) throw nothingHere();
  const head = {
    id: `urn:uuid:${found.id}`,
    title: words.team(found.name, series.name),
    subtitle: words.teamSubtitle(found.name, series.name),
    self: origin + addresses.teamFeed(slug, team),
    page: origin + addresses.team(slug, team),
  };
  return makeFeed({ series, head, origin, team: found.id }, await feedRows(series.id, found.id));
}

interface FeedPlace {
  readonly series: Series;
  readonly head: Omit<AtomFeed, 'updated' | 'author'>;
  readonly origin: string;
  readonly team: string | null;
}

function makeFeed({ series, head, origin, team }: FeedPlace, rows: readonly FeedRow[]): RecordFeed {
  const changed = new Date(Math.max(series.createdAt.getTime(), ...rows.map(({ updated }) => updated.getTime())));
  const said = rows.map(({ edition, checksum, address, title, sections }) => [
    edition,
    checksum,
    address,
    title,
    sections,
  ]);
  const etag = createHash('sha256')
    .update(JSON.stringify([FORM, head, series.slug, series.name, said]))
    .digest('hex');
  return {
    etag: `"${etag.slice(0, 32)}"`,
    changed,
    open: series.readRecords === 'public',
    async *text() {
      yield atomHead({ ...head, author: series.name, updated: changed.toISOString() });
      // One after the other: fifty editions at once would be held in memory.
      for (const row of rows) yield await entryOf(row, { series, origin, team });
      yield ATOM_FOOT;
    },
  };
}

async function entryOf(row: FeedRow, { series, origin, team }: Omit<FeedPlace, 'head'>): Promise<string> {
  const { html, summary, section } = await feedContent(row);
  const record = addresses.call(series.slug, row.address);
  // Section keys have letters of any script: in an address they are encoded.
  const page = section === null ? record : encodeURI(addresses.section(series.slug, row.address, section));
  const corrected = row.number === 1 ? '' : `<p>${words.corrected(row.number)}</p>`;
  return atomEntry({
    id: `urn:uuid:${team === null ? row.record : uuidOf(row.record, team)}`,
    title: words.entry(row.title, sayLongDay(row.startsAt, row.timeZone)),
    published: row.published.toISOString(),
    updated: row.updated.toISOString(),
    page: origin + page,
    summary,
    content: corrected + wholeAddresses(html, origin),
  });
}

/** A uuid (version 8, RFC 9562) that is always the same for these two. */
function uuidOf(record: string, team: string): string {
  const hex = createHash('sha256').update(`${record} ${team}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
