/** The path of a request as logs may have it: without its query, and without the token of a link, a set-up or a reset. */
export function loggedPath(url: string | undefined): string {
  const path = url?.split('?', 1)[0] ?? '';
  return path.replace(/^(\/-\/(?:link|setup|reset|sign-in-link|invitation)\/).+/s, '$1…');
}
