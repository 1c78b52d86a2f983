import { handOutThing } from '#app/api/hand-out-thing.ts';
import type { RouteProps } from '#app/route-props.ts';

/** A deck as it is now, as a file: `markdown`, `zip`, `html`, `pdf`, `json`, `message`. */
export async function GET(
  request: Request,
  { params }: Pick<RouteProps<'deck' | 'form'>, 'params'>,
): Promise<Response> {
  const { deck, form } = await params;
  return handOutThing(request, { deck }, form);
}
