import type { Metadata } from 'next';
import { cache } from 'react';
import { seriesMetadata } from '#app/calls/record-metadata.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { ArchiveList } from '#components/archive/archive-list.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { archivePage } from '#server/archive/archive-page.ts';

const load = cache(async (series: string, year: string) => {
  // No call is of the year 0, so that it leads where every wrong address does.
  const asked = /^\d{4}$/.test(year) ? Number(year) : 0;
  const path = addresses.archiveYear(series, asked);
  return openPage({ path, series }, archivePage(await currentVisitor(), series, asked));
});

export async function generateMetadata({ params }: RouteProps<'series' | 'year'>): Promise<Metadata> {
  const { series: slug, year } = await params;
  const { series } = await load(slug, year);
  return seriesMetadata(series, {
    title: `${messages.reading.card.archiveTitle(series.name)} ${year}`,
    description: messages.reading.card.archive(series.name),
    canonical: addresses.archiveYear(series.slug, Number(year)),
    type: 'website',
  });
}

export default async function ArchiveYearPage({ params }: RouteProps<'series' | 'year'>) {
  const { series, year } = await params;
  return <ArchiveList archive={await load(series, year)} />;
}
