import { scanBlocks } from '#lib/slides/slide-blocks.ts';
import { slideText } from '#lib/slides/problems/slide-text.ts';
import { SHOUTED_WORD, WAITING_DATE, WAITING_WORD } from '#lib/slides/placeholder-words.ts';

/** What a deck leaves open, as it is known; null for what is not. */
export interface FillValues {
  /** `2024-12-12` */
  readonly date: string | null;
  readonly title: string | null;
  readonly series: string | null;
  readonly team: string | null;
  readonly reporter: string | null;
}

const MAY_WAIT = /\{\{|@todo|todo|tbd|fixme|20[0-9X]{1,2}-|YYYY|lorem/i;
const NAMES = ['date', 'title', 'series', 'team', 'reporter'] as const;
const OPEN = new RegExp(String.raw`\{\{\s*(${NAMES.join('|')})\s*\}\}`, 'g');
const NOTHING_LEFT = /^[\s>*+\-#.:,;!?()[\]_~|]*$/;

/**
 * A slide's body with what waits to be filled in filled in, or taken out where nothing is known; a line of which nothing is left goes
 * whole. Code and comments stay. `isOwn` says of a line whether it is the template's own words: these go, too.
 */
export function fillText(body: string, values: FillValues, isOwn: ((line: string) => boolean) | null): string {
  if (isOwn === null && !MAY_WAIT.test(body)) return body;
  const { prose } = slideText(body, scanBlocks(body));
  const lines: string[] = [];
  let at = 0;
  let changed = false;
  for (const line of body.split('\n')) {
    const shown = prose.slice(at, at + line.length);
    at += line.length + 1;
    const filled = isOwn?.(line) === true && shown.trim() !== '' ? null : fillLine(line, shown, values);
    changed ||= filled !== line;
    if (filled !== null) lines.push(filled);
  }
  return changed ? lines.join('\n') : body;
}

/** Null when nothing is left of it. */
function fillLine(line: string, shown: string, values: FillValues): string | null {
  const places = [
    ...placesOf(shown, OPEN, (name) => values[NAMES.find((each) => each === name) ?? 'date'] ?? ''),
    ...placesOf(shown, WAITING_DATE, () => values.date ?? ''),
    ...placesOf(shown, WAITING_WORD, () => ''),
    ...placesOf(shown, SHOUTED_WORD, () => ''),
  ];
  if (places.length === 0) return line;
  let filled = '';
  let at = 0;
  for (const { from, to, insert } of places.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    filled += line.slice(at, from) + insert;
    at = to;
  }
  filled += line.slice(at);
  return NOTHING_LEFT.test(filled) ? null : filled;
}

function placesOf(text: string, pattern: RegExp, value: (name: string | undefined) => string) {
  return [...text.matchAll(pattern)].map(({ index, 0: all, 1: name }) => ({
    from: index,
    to: index + all.length,
    insert: value(name),
  }));
}
