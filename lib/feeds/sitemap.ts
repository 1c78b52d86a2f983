import { xmlText } from './xml.ts';

/** A page to be found. */
export interface SitemapPage {
  readonly address: string;
  /** When it last changed, ISO 8601; null where nobody knows. */
  readonly changed: string | null;
}

export const SITEMAP_HEAD =
  '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
export const SITEMAP_FOOT = '</urlset>\n';

/** A page in a sitemap. */
export function sitemapPage({ address, changed }: SitemapPage): string {
  const when = changed === null ? '' : `<lastmod>${changed}</lastmod>`;
  return `<url><loc>${xmlText(address)}</loc>${when}</url>\n`;
}

/** What leads to the parts of a sitemap that is too long for one file. */
export function sitemapIndex(parts: readonly string[]): string {
  const lines = parts.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</sitemapindex>\n`;
}
