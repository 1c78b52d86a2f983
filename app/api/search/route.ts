import { currentVisitor } from '#app/current-visitor.ts';
import { Refusal } from '#lib/errors.ts';
import { searchFormSchema } from '#lib/search/search-form.ts';
import { addressOf } from '#server/http/client-address.ts';
import { REFUSAL_STATUS } from '#server/http/refusal-status.ts';
import { limit } from '#server/limits/limit.ts';
import { search } from '#server/search/search.ts';

/** What a search answers, for the page that asks while one types. */
export async function GET(request: Request): Promise<Response> {
  const asked = searchFormSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  try {
    await limit('search.address', addressOf(request.headers));
    const { series: _series, ...answer } = await search(await currentVisitor(), asked);
    return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, { status: REFUSAL_STATUS[error.code] });
  }
}
