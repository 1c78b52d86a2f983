import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

import { aliasMapSchema, type AliasMap } from './import-run.ts';

/** Most lines of a map. */
const MOST_LINES = 50_000;

/**
 * Reads which old names and addresses lead to which day or file: a JSON object `{"old": "2024-01-25"}`, or lines `old,2024-01-25` (also
 * with `;` or a tab), of which the first may be a heading. Refuses what is neither.
 */
export function readAliasMap(text: string): AliasMap {
  const read = text.trimStart().startsWith('{')
    ? aliasMapSchema.safeParse(parseJson(text))
    : aliasMapSchema.safeParse(linesOf(text));
  if (!read.success || Object.keys(read.data).length > MOST_LINES)
    throw new Refusal('invalid', messages.bring.badAliases);
  return read.data;
}

function linesOf(text: string): Record<string, string> | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const pairs = lines.map((line) => /^"?([^",;\t]+)"?[ ]*[,;\t][ ]*"?([^",;\t]+)"?$/.exec(line));
  if (pairs.length === 0 || pairs.includes(null)) return null;
  const entries = pairs.map((pair) => [(pair?.[1] ?? '').trim(), (pair?.[2] ?? '').trim()] as const);
  const [first] = entries;
  const heading =
    first !== undefined && /^(?:old|alias|from)/i.test(first[0]) && !/\d{4}-\d\d-\d\d|\.\w+$/.test(first[1]);
  return Object.fromEntries(heading ? entries.slice(1) : entries);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
