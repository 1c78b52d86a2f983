import { messages } from '#lib/messages/en.ts';
import type { OrderPerson, SectionRow } from '#lib/sections/running-order.ts';
import { findReportLine } from '#lib/sections/report-line.ts';
import { scanBlocks } from '#lib/slides/slide-blocks.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Who reports by the row, as Markdown for a slide; null where it says nobody. */
export function reporterWords(row: Pick<SectionRow, 'reporter' | 'deputy'> | null): string | null {
  if (row?.reporter != null) return nameOf(row.reporter);
  return row?.deputy == null ? null : messages.present.standIn(nameOf(row.deputy));
}

function nameOf({ name, handle }: OrderPerson): string {
  const bold = `**${escapeMarkdown(name)}**`;
  return handle === null || handle === name ? bold : `${bold} (${escapeMarkdown(`@${handle}`)})`;
}

/**
 * A section's slide with the line that says who reports: the hand-written one is replaced, an empty one taken out, and where there is
 * none and `opens` it follows the heading. What was written by hand stays when the row says nobody.
 */
export function withReporter(body: string, words: string | null, opens: boolean): string {
  const line = findReportLine(body);
  if (words === null) return line === null || line.people.length > 0 ? body : without(body, line);
  const said = messages.present.reportBy(words);
  if (line !== null) return body.slice(0, line.from) + said + body.slice(line.to);
  if (!opens) return body;
  const { headings, lines } = scanBlocks(body);
  const heading = headings[0];
  const at = heading === undefined ? 0 : (lines.ends[heading.toLine] ?? body.length);
  return `${body.slice(0, at)}\n\n${said}\n${body.slice(at)}`;
}

function without(body: string, { from, to }: { readonly from: number; readonly to: number }): string {
  return body.slice(0, from) + body.slice(to);
}
