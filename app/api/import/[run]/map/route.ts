import { currentVisitor } from '#app/current-visitor.ts';
import { siteOrigin } from '#app/request-frame.ts';
import { Refusal } from '#lib/errors.ts';
import { REFUSAL_STATUS } from '#server/http/refusal-status.ts';
import { oldAddressMap } from '#server/imports/old-address-map.ts';
import { findRun } from '#server/imports/open-run.ts';

interface Props {
  readonly params: Promise<{ readonly run: string }>;
}

/** The old addresses of an import's series, as configuration for nginx or (`?for=caddy`) Caddy. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const { seriesId } = await findRun(await currentVisitor(), (await params).run);
    const proxy = new URL(request.url).searchParams.get('for') === 'caddy' ? 'caddy' : 'nginx';
    const text = seriesId === null ? '' : await oldAddressMap(seriesId, proxy, await siteOrigin());
    return new Response(text, {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="old-addresses.${proxy === 'nginx' ? 'conf' : 'Caddyfile'}"`,
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, {
      status: REFUSAL_STATUS[error.code],
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}
