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

const load = cache(async (series: string) =>
  openPage({ path: addresses.archive(series), series }, archivePage(await currentVisitor(), series)),
);

export async function generateMetadata({ params }: RouteProps<'series'>): Promise<Metadata> {
  const { series } = await load((await params).series);
  return seriesMetadata(series, {
    title: messages.reading.card.archiveTitle(series.name),
    description: messages.reading.card.archive(series.name),
    canonical: series.addresses.archive,
    type: 'website',
  });
}

export default async function ArchivePage({ params }: RouteProps<'series'>) {
  return <ArchiveList archive={await load((await params).series)} />;
}
