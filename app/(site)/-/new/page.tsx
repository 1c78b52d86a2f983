import type { Metadata } from 'next';
import { openPage } from '#app/open-page.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { siteOrigin } from '#app/request-frame.ts';
import { createSeriesAction } from '#app/series/actions.ts';
import { NewSeriesForm } from '#components/series/new-series-form.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { timeZones } from '#lib/dates/time-zone.ts';
import { messages } from '#lib/messages/en.ts';
import { mayCreate } from '#server/series/create-series.ts';

const words = messages.series.new;

export const metadata: Metadata = { title: words.title };

export default async function NewSeriesPage() {
  const visitor = await currentVisitor();
  await openPage({ path: addresses.newSeries() }, Promise.try(mayCreate, visitor));
  return (
    <Page width="narrow">
      <PageTitle title={words.title} lead={words.lead} />
      <NewSeriesForm action={createSeriesAction} zones={timeZones()} site={await siteOrigin()} />
    </Page>
  );
}
