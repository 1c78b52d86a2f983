import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { picturesActions } from '#app/pictures/pictures-actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { PicturesPage } from '#components/pictures/pictures-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { picturesAskedSchema } from '#lib/assets/series-pictures-view.ts';
import { messages } from '#lib/messages/en.ts';
import { foreignPicturesOfSeries } from '#server/assets/series-copies.ts';
import { seriesPictures } from '#server/assets/series-pictures.ts';

export const metadata: Metadata = { title: messages.pictures.title };

export default async function SeriesPicturesPage({ params, searchParams }: RouteProps<'series'>) {
  const { series } = await params;
  const { show, search, after = null } = await searchParams;
  const asked = picturesAskedSchema.parse({ show, search, after });
  const visitor = await currentVisitor();
  const place = { path: addresses.pictures(series), series };
  const view = await openPage(place, seriesPictures(visitor, series, asked));
  const foreign = view.may.manage ? await foreignPicturesOfSeries(visitor, series) : [];
  return (
    <PicturesPage view={view} foreign={foreign} actions={picturesActions(series)} madeAt={new Date().toISOString()} />
  );
}
