import type { MetadataRoute } from 'next';

/** Public records may be found; the app's own pages and what is behind a link may not. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: ['/-/', '/api/', '/*/deck', '/*/present', '/*/live'] } };
}
