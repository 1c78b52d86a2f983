import { xmlText } from './xml.ts';

/** A feed as RFC 4287 has it. Addresses are whole; instants are ISO 8601. */
export interface AtomFeed {
  /** A urn that never changes. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly updated: string;
  /** The feed's own address, and that of the page that it is the feed of. */
  readonly self: string;
  readonly page: string;
}

export interface AtomEntry {
  /** A urn: the same for every edition, so that a correction is the same entry, updated. */
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly page: string;
  /** Plain words. */
  readonly summary: string;
  /** HTML of the strict renderer. */
  readonly content: string;
}

/** How a feed begins. */
export function atomHead({ id, title, subtitle, author, updated, self, page }: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xmlText(id)}</id>
<title>${xmlText(title)}</title>
<subtitle>${xmlText(subtitle)}</subtitle>
<author><name>${xmlText(author)}</name></author>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(page)}"/>
<generator>Plenum</generator>
`;
}

export function atomEntry({ id, title, published, updated, page, summary, content }: AtomEntry): string {
  return `<entry>
<id>${xmlText(id)}</id>
<title>${xmlText(title)}</title>
<published>${published}</published>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${xmlText(page)}"/>
<summary>${xmlText(summary)}</summary>
<content type="html" xml:base="${xmlText(page)}">${xmlText(content)}</content>
</entry>
`;
}

export const ATOM_FOOT = '</feed>\n';

/** HTML of the strict renderer with addresses that begin with a slash made whole: many readers know no base. */
export function wholeAddresses(html: string, origin: string): string {
  // Text and attribute values are escaped there, so a quote after a name can only be an attribute's.
  return html.replaceAll(/ (src|href)="\/(?!\/)/g, (_match, name: string) => ` ${name}="${origin}/`);
}
