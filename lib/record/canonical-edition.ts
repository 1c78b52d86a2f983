import type { EditionContent } from './edition.ts';

/** What a checksum is made over. */
export interface EditionParts {
  readonly format: number;
  readonly source: Uint8Array;
  readonly presented: Uint8Array;
  readonly content: EditionContent;
}

/**
 * The canonical bytes of an edition; its checksum is their SHA-256 in lower-case hex. They are, one after the other:
 *
 *     plenum edition <format>\n
 *     source <number of bytes>\n      the bytes of `source`     \n
 *     presented <number of bytes>\n   the bytes of `presented`  \n
 *     content <number of bytes>\n     `content` as canonical JSON in UTF-8  \n
 *
 * Canonical JSON is RFC 8785: no white space, keys sorted by UTF-16 code units, strings and numbers as ECMAScript writes
 * them. The lengths make the parts unmistakable, whatever they contain. This never changes for a format that was written.
 */
export function canonicalEdition({ format, source, presented, content }: EditionParts): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  const parts: readonly (readonly [string, Uint8Array])[] = [
    ['source', source],
    ['presented', presented],
    ['content', utf8.encode(canonicalJson(content))],
  ];
  const chunks = [utf8.encode(`plenum edition ${format}\n`)];
  for (const [name, bytes] of parts)
    chunks.push(utf8.encode(`${name} ${bytes.length}\n`), Uint8Array.from(bytes), utf8.encode('\n'));
  return concatenate(chunks);
}

/** JSON as RFC 8785 has it. Keys whose value is undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // Not localeCompare: the order must not depend on where it runs.
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
