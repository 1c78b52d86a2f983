import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isBehindTls } from '#server/accounts/cookies.ts';

/**
 * The policy of the app's own pages. Scripts run by nonce alone; style elements by nonce, style attributes freely, because
 * React and CodeMirror set positions with them. Decks are shown in the frame, whose document has a policy of its own. The two
 * players are framed when somebody presses the card of a film, never before.
 */
function policy(nonce: string, mode: 'production' | 'development'): string {
  const reload = mode === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${reload}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Pages whose address holds a secret: no other page is told where somebody came from. */
const SECRET_PAGE = /^\/-\/(?:sign-in-link|reset|setup|link)\//;

/** Says to pages which address was asked for: where nothing is, Next says it to nobody. */
export const PATH_HEADER = 'x-path';

/** Sets the security headers of a page and hands its nonce to Next, which reads the policy from the request, and its path. */
export function setPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  mode: 'production' | 'development',
): void {
  const nonce = randomBytes(16).toString('base64');
  const header = policy(nonce, mode);
  request.headers['content-security-policy'] = header;
  request.headers['x-nonce'] = nonce;
  request.headers[PATH_HEADER] = (request.url ?? '/').replace(/[?#].*$/s, '');
  response.setHeader('Content-Security-Policy', header);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Actions of the secret pages are sent by script, which says its origin without a referrer too.
  response.setHeader('Referrer-Policy', SECRET_PAGE.test(request.url ?? '') ? 'no-referrer' : 'same-origin');
  // A year: long enough to count, and no promise for names beside ours.
  if (isBehindTls()) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
}
