import { NextResponse, type NextRequest } from 'next/server';
import type { RouteProps } from '#app/route-props.ts';
import { addresses } from '#lib/addresses.ts';
import { cookieName, cookieOptions } from '#server/accounts/cookies.ts';
import { INVITATION_COOKIE, invitationValue } from '#server/accounts/invitation-cookie.ts';
import { openInvitation } from '#server/accounts/invitations.ts';

/** Long enough to sign in elsewhere on the way, in seconds. */
const AN_HOUR = 3_600;

/** Opens an invitation: keeps which in a cookie and goes on, so that no token stays in an address or a referrer. Accepting comes next. */
export async function GET(
  _request: NextRequest,
  { params }: Pick<RouteProps<'token'>, 'params'>,
): Promise<NextResponse> {
  const id = await openInvitation((await params).token);
  const answer = new NextResponse(null, {
    status: 303,
    headers: { Location: addresses.join(), 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' },
  });
  const name = cookieName(INVITATION_COOKIE);
  if (id === null) answer.cookies.set(name, '', { ...cookieOptions(0) });
  else answer.cookies.set(name, await invitationValue(id), cookieOptions(AN_HOUR));
  return answer;
}
