import 'server-only';
import { cookies, headers } from 'next/headers';
import { THEME_COOKIE, themeOf } from '#components/frame/theme.ts';
import { signInAddress } from '#server/accounts/ways-to-sign-in.ts';
import { environment } from '#server/environment.ts';
import { currentVisitor } from './current-visitor.ts';

/** What stands around every page: the person, the way in, their colours, the links of the footer. */
export async function requestFrame() {
  const [visitor, jar] = await Promise.all([currentVisitor(), cookies()]);
  const { imprintUrl, privacyUrl } = environment();
  return {
    person: visitor.person,
    theme: themeOf(jar.get(THEME_COOKIE)?.value),
    signIn: signInAddress(),
    links: { imprint: imprintUrl, privacy: privacyUrl },
  };
}

/** Where the site is as people type it: its public address, or the one this request came by. Without a slash at the end. */
export async function siteOrigin(): Promise<string> {
  const { publicUrl } = environment();
  if (publicUrl !== null) return publicUrl;
  return `http://${(await headers()).get('host') ?? 'localhost'}`;
}
