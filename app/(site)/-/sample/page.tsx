import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { createSampleAction } from '#app/series/actions.ts';
import { SampleForm } from '#components/series/sample-form.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { mayCreate } from '#server/series/create-series.ts';

const words = messages.series.sample;

export const metadata: Metadata = { title: words.title };

export default async function SamplePage() {
  const visitor = await currentVisitor();
  await openPage({ path: addresses.sample() }, Promise.try(mayCreate, visitor));
  return (
    <Page width="narrow">
      <PageTitle title={words.title} lead={words.lead} />
      <SampleForm action={createSampleAction} />
    </Page>
  );
}
