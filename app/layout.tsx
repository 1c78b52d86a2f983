import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/literata/wght.css';
import './globals.css';

import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { BrowserNotices } from '#components/frame/browser-notices.tsx';
import { THEME_COOKIE, themeOf } from '#components/frame/theme.ts';
import { Palette } from '#components/search/palette.tsx';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = {
  title: { default: messages.frame.product, template: `%s – ${messages.frame.product}` },
  description: messages.frame.description,
  applicationName: messages.frame.product,
  // A deck's address may say more than its series wants to tell other sites. Nothing stricter: without a referrer browsers
  // send no origin either, and Next refuses such actions.
  referrer: 'same-origin',
  // Only pages that say so are to be found: what is forgotten stays out.
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Reading the request keeps every page dynamic: a page made ahead of time could not carry this request's nonce.
  const [jar] = await Promise.all([cookies(), headers()]);
  return (
    <html lang="en" data-theme={themeOf(jar.get(THEME_COOKIE)?.value)}>
      <body>
        <BrowserNotices />
        {children}
        <Palette />
      </body>
    </html>
  );
}
