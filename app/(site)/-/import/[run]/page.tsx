import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { ImportRun } from '#components/import/import-run.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { mayCreate } from '#server/series/create-series.ts';
import { runView } from '#server/imports/run-view.ts';

export const metadata: Metadata = { title: messages.imports.title };

interface Props {
  readonly params: Promise<{ readonly run: string }>;
}

export default async function ImportRunPage({ params }: Props) {
  const { run: id } = await params;
  const visitor = await currentVisitor();
  const place = { path: addresses.importRun(id) };
  await openPage(place, Promise.try(mayCreate, visitor));
  const run = await openPage(place, runView(visitor, id));
  const into = run.series?.name ?? run.newSeries;
  return (
    <Page>
      <PageTitle title={messages.imports.title} lead={into === null ? '' : messages.bring.into(into)} />
      <ImportRun first={run} />
    </Page>
  );
}
