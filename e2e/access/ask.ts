/** What came of a request, as far as access is concerned. */
export interface Answer {
  readonly status: number;
  /** Path and query of where it leads, or null. */
  readonly location: string | null;
  readonly headers: Headers;
  readonly body: string;
}

/** Asks with these cookies, and follows nothing. */
export async function ask(url: string, path: string, cookie: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (cookie !== '') headers.set('cookie', cookie);
  const answer = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    location: location === null ? null : pathOf(location, url),
    headers: answer.headers,
    body: await answer.text(),
  };
}

function pathOf(location: string, url: string): string {
  const { origin, pathname, search } = new URL(location, url);
  return origin === url ? `${pathname}${search}` : location;
}
