import { messages } from '#lib/messages/en.ts';

const words = messages.reading.cite;
const LONGEST_QUOTE = 2_000;
const CHECKSUM_START = 16;

/** What is cited: a record, a section or a slide of it, as one edition says it. */
export interface Cited {
  /** The words that are quoted; null for none. */
  readonly quote: string | null;
  /** Heading of the slide or of the section; null for the whole record. */
  readonly heading: string | null;
  readonly team: string | null;
  readonly call: string;
  /** As people say it: `12 December 2024`. */
  readonly day: string;
  readonly edition: number;
  /** SHA-256, hex. */
  readonly checksum: string;
  /** Whole, with its origin. */
  readonly address: string;
}

/** A citation as plain text on one line. */
export function citeAsText(cited: Cited): string {
  const quote = cited.quote === null ? '' : `“${quoted(cited.quote).replaceAll(/\s+/g, ' ')}” – `;
  return `${quote}${[nameOf(cited), ...facts(cited)].join(', ')}. ${cited.address}`;
}

/** The same as Markdown: the quotation, and below it where it is from, with a link. */
export function citeAsMarkdown(cited: Cited): string {
  const from = [`[${escaped(nameOf(cited))}](${linkable(cited.address)})`, ...facts(cited).map(escaped)].join(', ');
  if (cited.quote === null) return from;
  const lines = quoted(cited.quote)
    .split('\n')
    .map((line) => line.trim())
    .map((line) => (line === '' ? '>' : `> ${escaped(line)}`));
  return `${lines.join('\n')}\n>\n> – ${from}`;
}

/** What the citation begins with: the team and the heading, or the call. */
function nameOf({ heading, team, call }: Cited): string {
  const parts = [...new Set([team, heading])].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? call : parts.join(': ');
}

function facts(cited: Cited): readonly string[] {
  const { call, day, edition, checksum } = cited;
  const isCall = nameOf(cited) === call;
  return [...(isCall ? [] : [call]), day, words.edition(edition, checksum.slice(0, CHECKSUM_START))];
}

function quoted(quote: string): string {
  const plain = quote
    .trim()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n{2,}/g, '\n');
  return plain.length <= LONGEST_QUOTE ? plain : `${plain.slice(0, LONGEST_QUOTE - 1).toWellFormed()}…`;
}

/** So that words stay words where Markdown would read a mark. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`);
}

function linkable(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
