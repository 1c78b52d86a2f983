import 'server-only';
import { permanentRedirect } from 'next/navigation';
import { Refusal } from '#lib/errors.ts';
import type { RecordFeed } from '#server/archive/record-feed.ts';
import { textStream } from './text-stream.ts';

/**
 * Answers with a feed, or with 304 to who has it already. What one may not read is not found, as what is not there, unless it has
 * `moved` to an address that the asker may know of.
 */
export async function handOutFeed(
  request: Request,
  making: Promise<RecordFeed>,
  moved: () => Promise<string | null>,
): Promise<Response> {
  const feed = await making.catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (feed === null) {
    const address = await moved();
    if (address !== null) permanentRedirect(address);
    return new Response('There is nothing here, or it is not open to you.\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  const headers = {
    ETag: feed.etag,
    'Last-Modified': feed.changed.toUTCString(),
    // Asked for again each time: what was public a minute ago may be closed now.
    'Cache-Control': feed.open ? 'no-cache' : 'private, no-cache',
  };
  if (isKnown(request.headers, feed)) return new Response(null, { status: 304, headers });
  return new Response(textStream(feed.text()), {
    headers: { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
}

/** Whether who asks has this feed already, as RFC 9110 says: the tag counts, and the time only where there is no tag. */
function isKnown(headers: Headers, { etag, changed }: RecordFeed): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
