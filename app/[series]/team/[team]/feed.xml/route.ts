import { currentVisitor } from '#app/current-visitor.ts';
import { handOutFeed } from '#app/feeds/hand-out-feed.ts';
import { siteOrigin } from '#app/request-frame.ts';
import type { RouteProps } from '#app/route-props.ts';
import { teamFeed } from '#server/archive/record-feed.ts';
import { movedTeam } from '#server/teams/moved-team.ts';

/** What a team reported as an Atom feed. */
export async function GET(
  request: Request,
  { params }: Pick<RouteProps<'series' | 'team'>, 'params'>,
): Promise<Response> {
  const { series, team } = await params;
  const visitor = await currentVisitor();
  return handOutFeed(request, teamFeed(visitor, series, team, await siteOrigin()), async () => {
    const moved = await movedTeam(visitor, series, team);
    return moved === null ? null : `${moved}/feed.xml`;
  });
}
