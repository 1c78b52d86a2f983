import { NextResponse, type NextRequest } from 'next/server';
import type { RouteProps } from '#app/route-props.ts';
import { addresses } from '#lib/addresses.ts';
import { cookieName, cookieOptions, YEAR } from '#server/accounts/cookies.ts';
import { cookieWithLink, LINK_COOKIE } from '#server/accounts/link-cookie.ts';
import { openLink } from '#server/accounts/links.ts';
import { visitorOf } from '#server/accounts/visitor.ts';

/**
 * Opens a link: keeps its grant in a cookie and goes on, so that no token stays in an address or a referrer. Whoever may
 * write by it and has no name yet is asked for one.
 */
export async function GET(
  request: NextRequest,
  { params }: Pick<RouteProps<'token'>, 'params'>,
): Promise<NextResponse> {
  const { token } = await params;
  const link = await openLink(token);
  const nameless = link?.asksName === true && (await visitorOf(request.headers)).person === null;
  const next = link === null ? addresses.deadLink() : nameless ? addresses.guestName(link.next) : link.next;
  const answer = new NextResponse(null, {
    status: 303,
    headers: { Location: next, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' },
  });
  if (link === null) return answer;
  const name = cookieName(LINK_COOKIE);
  const value = await cookieWithLink(request.cookies.get(name)?.value, link.linkId);
  answer.cookies.set(name, value, cookieOptions(YEAR));
  return answer;
}
