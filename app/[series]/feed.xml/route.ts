import { currentVisitor } from '#app/current-visitor.ts';
import { handOutFeed } from '#app/feeds/hand-out-feed.ts';
import { siteOrigin } from '#app/request-frame.ts';
import type { RouteProps } from '#app/route-props.ts';
import { addresses } from '#lib/addresses.ts';
import { seriesFeed } from '#server/archive/record-feed.ts';
import { seriesNow } from '#server/series/moved-address.ts';

/** The records of a series as an Atom feed. */
export async function GET(request: Request, { params }: Pick<RouteProps<'series'>, 'params'>): Promise<Response> {
  const { series } = await params;
  const visitor = await currentVisitor();
  return handOutFeed(request, seriesFeed(visitor, series, await siteOrigin()), async () => {
    const slug = await seriesNow(visitor, series);
    return slug === null ? null : addresses.feed(slug);
  });
}
