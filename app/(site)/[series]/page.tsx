import type { Metadata } from 'next';
import { planCallAction } from '#app/calls/actions.ts';
import { seriesMetadata } from '#app/calls/record-metadata.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { siteOrigin } from '#app/request-frame.ts';
import type { RouteProps } from '#app/route-props.ts';
import { SeriesOverview } from '#components/series/series-overview.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesPage } from '#server/series/series-page.ts';
import { cache } from 'react';

const load = cache(async (slug: string) =>
  openPage({ path: addresses.series(slug), series: slug }, seriesPage(await currentVisitor(), slug)),
);

export async function generateMetadata({ params }: RouteProps<'series'>): Promise<Metadata> {
  const { series } = await load((await params).series);
  return seriesMetadata(series, {
    title: series.name,
    description: messages.reading.card.series(series.name),
    canonical: series.addresses.series,
    type: 'website',
  });
}

export default async function SeriesPage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const view = await load(series);
  const site = await siteOrigin();
  return (
    <SeriesOverview
      view={view}
      planCall={planCallAction.bind(null, series)}
      site={site}
      madeAt={new Date().toISOString()}
    />
  );
}
