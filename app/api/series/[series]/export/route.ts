import { handOut } from '#app/api/hand-out.ts';
import { zipWish } from '#app/api/zip-wish.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import type { RouteProps } from '#app/route-props.ts';
import { seriesZip } from '#server/export/export-zip.ts';

/** Everything of a series that whoever asks may read, as a zip; by `?profile`, of one `?year`. */
export async function GET(request: Request, { params }: Pick<RouteProps<'series'>, 'params'>): Promise<Response> {
  const { series } = await params;
  return handOut(seriesZip(await currentVisitor(), series, zipWish(request)));
}
