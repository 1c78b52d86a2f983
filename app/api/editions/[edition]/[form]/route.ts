import { handOutThing } from '#app/api/hand-out-thing.ts';
import type { RouteProps } from '#app/route-props.ts';

/** An edition as a file: `markdown`, `zip`, `html`, `pdf`, `json`, `message`. */
export async function GET(
  request: Request,
  { params }: Pick<RouteProps<'edition' | 'form'>, 'params'>,
): Promise<Response> {
  const { edition, form } = await params;
  return handOutThing(request, { edition }, form);
}
