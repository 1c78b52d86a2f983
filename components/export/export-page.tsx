import Link from 'next/link';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { EverythingView, ExportCounts, SeriesExportView } from '#lib/export/export-views.ts';
import { messages } from '#lib/messages/en.ts';

import { ZipForm } from './zip-form.tsx';

const words = messages.exports;

/** What of a series people take along. */
export function SeriesExport({ view }: { readonly view: SeriesExportView }) {
  const { series, years } = view;
  return (
    <Page>
      <PageTitle above={<SeriesCrumb series={series} />} title={words.title} lead={words.series.lead} />
      <ZipForm action={addresses.seriesZip(series.slug)} years={years} />
      <PagePart title={words.series.holds}>
        <p className="tabular pt-3 text-16">{sayCounts(view)}</p>
        <p className="max-w-[65ch] pt-1 text-14 text-soft">{words.files}</p>
      </PagePart>
    </Page>
  );
}

/** Everything that whoever asks may read, series by series. */
export function EverythingExport({ view }: { readonly view: EverythingView }) {
  return (
    <Page>
      <PageTitle title={words.everything.title} lead={words.everything.lead} />
      {view.series.length === 0 ? (
        <EmptyState>{words.everything.none}</EmptyState>
      ) : (
        <ZipForm action={addresses.everythingZip()} years={[]} />
      )}
      {view.series.length > 0 && (
        <PagePart title={words.series.holds}>
          <ul className="divide-y divide-line">
            {view.series.map((series) => (
              <li key={series.slug} className="flex flex-wrap items-baseline justify-between gap-x-6 py-3">
                <Link href={addresses.seriesExport(series.slug)} className="link-text min-w-0 [overflow-wrap:anywhere]">
                  {series.name}
                </Link>
                <span className="tabular text-14 text-soft">{sayCounts(series)}</span>
              </li>
            ))}
          </ul>
          <p className="max-w-[65ch] pt-1 text-14 text-soft">{words.files}</p>
        </PagePart>
      )}
    </Page>
  );
}

function sayCounts({ records, decks, pictures }: ExportCounts): string {
  return [
    words.records(records),
    ...(decks > 0 ? [words.decks(decks)] : []),
    ...(pictures > 0 ? [words.pictures(pictures)] : []),
  ].join(' · ');
}
