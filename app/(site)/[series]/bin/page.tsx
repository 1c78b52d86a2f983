import type { Metadata } from 'next';
import { binActions } from '#app/bin/bin-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { BinPage } from '#components/bin/bin-page.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesBin } from '#server/bin/bin-pages.ts';

export const metadata: Metadata = { title: messages.bin.title };

/** Deleted calls of a series, for its hosts. */
export default async function SeriesBinPage({ params }: RouteProps<'series'>) {
  const { series: slug } = await params;
  const place = { path: addresses.bin(slug), series: slug };
  const { series, calls } = await openPage(place, seriesBin(await currentVisitor(), slug));
  return <BinPage above={<SeriesCrumb series={series} />} of="ofSeries" rows={calls} restore={binActions} />;
}
