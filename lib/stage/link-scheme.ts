const SCHEMES = new Set([
  'http:',
  'https:',
  'mailto:',
  'tel:',
  'matrix:',
  'geo:',
  'xmpp:',
  'sip:',
  'irc:',
  'ircs:',
  'webcal:',
]);

/** The address of a link in a deck as it may be opened, or null for anything relative, unknown or dangerous. */
export function safeLink(href: string): string | null {
  const url = URL.canParse(href) ? new URL(href) : null;
  return url !== null && SCHEMES.has(url.protocol) ? url.href : null;
}
