import { NextResponse, type NextRequest } from 'next/server';
import { addresses } from '#lib/addresses.ts';
import { cookieWithLink, LINK_COOKIE } from '#server/accounts/link-cookie.ts';
import { openLink } from '#server/accounts/links.ts';
import { environment } from '#server/environment.ts';

const YEAR = 31_536_000;

/** Opens a link: keeps its grant in a cookie and goes on, so that no token stays in an address or a referrer. */
export async function GET(request: NextRequest, { params }: RouteContext<'/-/link/[token]'>): Promise<NextResponse> {
  const { token } = await params;
  const link = await openLink(token);
  const answer = new NextResponse(null, {
    status: 303,
    headers: { Location: link?.next ?? addresses.deadLink(), 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' },
  });
  if (link === null) return answer;
  const value = await cookieWithLink(request.cookies.get(LINK_COOKIE)?.value, link.linkId);
  answer.cookies.set(LINK_COOKIE, value, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: YEAR, secure: environment().publicUrl?.startsWith('https:') ?? false });
  return answer;
}
