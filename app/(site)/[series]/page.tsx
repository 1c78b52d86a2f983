import type { Metadata } from 'next';
import { planCallAction } from '#app/calls/actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { siteOrigin } from '#app/request-frame.ts';
import { SeriesOverview } from '#components/series/series-overview.tsx';
import { addresses } from '#lib/addresses.ts';
import { seriesPage } from '#server/series/series-page.ts';
import { cache } from 'react';

const load = cache(async (slug: string) => openPage({ path: addresses.series(slug), series: slug }, seriesPage(await currentVisitor(), slug)));

export async function generateMetadata({ params }: PageProps<'/[series]'>): Promise<Metadata> {
  const view = await load((await params).series);
  return { title: view.series.name };
}

export default async function SeriesPage({ params }: PageProps<'/[series]'>) {
  const { series } = await params;
  return <SeriesOverview view={await load(series)} planCall={planCallAction.bind(null, series)} site={await siteOrigin()} madeAt={new Date().toISOString()} />;
}
