import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { ImportFlow } from '#components/import/import-flow.tsx';
import { RunList } from '#components/import/run-list.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { timeZones } from '#lib/dates/time-zone.ts';
import { messages } from '#lib/messages/en.ts';
import { ownRuns } from '#server/imports/run-view.ts';
import { mayCreate } from '#server/series/create-series.ts';
import { listSeries } from '#server/series/list-series.ts';

export const metadata: Metadata = { title: messages.imports.title };

export default async function ImportPage({ searchParams }: RouteProps) {
  const { series: wanted } = await searchParams;
  const visitor = await currentVisitor();
  await openPage({ path: addresses.import() }, Promise.try(mayCreate, visitor));
  const { series } = await listSeries(visitor);
  const runs = await ownRuns(visitor);
  const open = series
    .filter((summary) => summary.series.may.importDecks)
    .map((summary) => ({ slug: summary.series.slug, name: summary.series.name }));
  return (
    <Page>
      <PageTitle title={messages.imports.title} lead={messages.imports.lead} />
      <ImportFlow series={open} into={open.find(({ slug }) => slug === wanted)?.slug ?? ''} zones={timeZones()} />
      <RunList runs={runs} />
    </Page>
  );
}
