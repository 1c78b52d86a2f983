import 'server-only';
import type { Metadata } from 'next';
import { siteOrigin } from '#app/request-frame.ts';
import { addresses } from '#lib/addresses.ts';
import { sayLongDay } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import { describe, shorten } from '#lib/record/describe.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import type { RecordView, SeriesReference } from '#lib/views.ts';

const words = messages.reading;
const LONGEST_TITLE = 120;

/** What a page says of itself to tabs, search engines and previews. */
interface Card {
  readonly title: string;
  readonly description: string;
  /** Path of the page that is this one's only address. */
  readonly canonical: string;
  readonly type: 'article' | 'website';
  /** The team that it is of. */
  readonly team?: { readonly slug: string; readonly name: string };
}

/**
 * The head of a page of a series: its card, its one address, the feed. Pages of a series whose records are not for everybody are not to be found.
 */
export async function seriesMetadata(series: SeriesReference, card: Card, found = true): Promise<Metadata> {
  const origin = await siteOrigin();
  const { description, canonical, type, team } = card;
  const title = shorten(card.title, LONGEST_TITLE);
  const listed = series.open && found;
  return {
    metadataBase: new URL(origin),
    title,
    description,
    alternates: {
      canonical,
      types: {
        'application/atom+xml': [
          ...(team === undefined
            ? []
            : [{ url: addresses.teamFeed(series.slug, team.slug), title: words.feed.team(team.name, series.name) }]),
          { url: addresses.feed(series.slug), title: words.feed.series(series.name) },
        ],
      },
    },
    robots: { index: listed, follow: listed },
    openGraph: { type, title, description, url: canonical, siteName: messages.frame.product },
    twitter: { card: 'summary', title, description },
  };
}

/** The head of a record's page, or of one of its sections or slides. */
export async function recordMetadata(
  record: RecordView,
  place: { readonly section: RecordPart } | { readonly slide: RecordView['slides'][number] } | null,
): Promise<Metadata> {
  const newest = record.editions[0];
  // What a newer edition replaced is to be found by who has its address, and what may be taken back by nobody else either.
  const found = record.edition.sealed && (newest === undefined || newest.number === record.edition.number);
  return seriesMetadata(record.series, { ...cardOf(record, place), type: 'article' }, found);
}

/** The same place in the newest edition. */
function plain(address: string): string {
  return address.replace(/^(\/[^/]+\/[^/@]+)@\d+/, '$1');
}

function cardOf(record: RecordView, place: Parameters<typeof recordMetadata>[1]): Omit<Card, 'type'> {
  const { call, series, parts } = record;
  const day = sayLongDay(new Date(call.when.at), call.when.timeZone);
  if (place === null) {
    const inside = parts.map(({ title }) => title).filter((title) => title !== '' && title !== call.title);
    const said = inside.length > 0 ? inside.join(' · ') : describe(record.text, [call.title]);
    return {
      title: `${call.title}, ${day}`,
      description: shorten(`${words.card.record(series.name, day)} ${said}`, 200).trim(),
      canonical: call.addresses.call,
    };
  }
  const heading = 'section' in place ? place.section.title : headingOf(record, place.slide);
  const text = textOf(record, place);
  return {
    title: `${heading} – ${call.title}, ${call.address}`,
    description: describe(text, [heading, call.title]) || words.card.section(call.title, day),
    canonical: plain('section' in place ? (place.section.address ?? call.addresses.call) : place.slide.address),
  };
}

function headingOf({ parts }: RecordView, { index, heading }: RecordView['slides'][number]): string {
  if (heading !== '') return heading;
  const part = parts.find(({ fromSlide, toSlide }) => index >= fromSlide && index < toSlide);
  return part === undefined || part.title === '' ? words.untitled(index + 1) : part.title;
}

function textOf(record: RecordView, place: NonNullable<Parameters<typeof recordMetadata>[1]>): string {
  const [from, to] =
    'section' in place ? [place.section.fromSlide, place.section.toSlide] : [place.slide.index, place.slide.index + 1];
  return record.slides
    .slice(from, to)
    .map(({ range }) => record.text.slice(range.from, range.to))
    .join('\n');
}
