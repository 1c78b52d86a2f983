import type { MetadataRoute } from 'next';
import { siteOrigin } from './request-frame.ts';
import { addresses } from '#lib/addresses.ts';

/** Public records may be found; the app's own pages and what is behind a link may not. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/-/', '/api/', '/*/deck', '/*/present', '/*/live'] },
    sitemap: (await siteOrigin()) + addresses.sitemap(),
  };
}
