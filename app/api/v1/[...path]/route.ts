import { siteOrigin } from '#app/request-frame.ts';
import { answerApi } from '#server/api/answer-api.ts';
import { addressOf } from '#server/http/client-address.ts';

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** The HTTP API: every operation of its table. */
async function handle(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params;
  const { status, headers, body } = await answerApi({
    method: request.method,
    path: `/${path.join('/')}`,
    query: new URL(request.url).searchParams,
    headers: request.headers,
    body: request.body,
    address: addressOf(request.headers),
    site: await siteOrigin(),
  });
  return new Response(body, { status, headers });
}

export { handle as GET, handle as POST, handle as PUT, handle as DELETE, handle as PATCH };
