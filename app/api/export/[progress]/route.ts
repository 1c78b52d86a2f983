import type { RouteProps } from '#app/route-props.ts';
import { exportProgress } from '#server/export/export-progress.ts';

/** How far the zip is that a page asked for by this random id. It tells two numbers, to whoever knows the id. */
export async function GET(_request: Request, { params }: Pick<RouteProps<'progress'>, 'params'>): Promise<Response> {
  const { progress } = await params;
  return Response.json(exportProgress(progress), { headers: { 'Cache-Control': 'no-store' } });
}
