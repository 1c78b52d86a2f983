import { textStream } from '#app/feeds/text-stream.ts';
import { siteOrigin } from '#app/request-frame.ts';
import { sitemap } from '#server/archive/sitemap.ts';

/** What search engines may find: the same for everybody, so that it says nothing of what somebody may read besides. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('part');
  const text =
    asked === null || /^[1-9]\d{0,5}$/.test(asked)
      ? await sitemap(await siteOrigin(), asked === null ? null : Number(asked))
      : null;
  if (text === null) return new Response('There is no such part.\n', { status: 404 });
  return new Response(textStream(text), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
