import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { SeriesExport } from '#components/export/export-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesExportPage } from '#server/export/export-pages.ts';

export const metadata: Metadata = { title: messages.exports.title };

export default async function SeriesExportPage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const view = await openPage(
    { path: addresses.seriesExport(series), series },
    seriesExportPage(await currentVisitor(), series),
  );
  return <SeriesExport view={view} />;
}
