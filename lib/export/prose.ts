import { slideMarkdown } from '#lib/render/slide-markdown.ts';

const markdown = slideMarkdown({ breaks: true });

/** What a line of a slide belongs to. */
export type LineKind = 'text' | 'code';

/** The lines of a slide's Markdown, and what the renderer takes each for. */
export interface ReadLines {
  readonly lines: readonly string[];
  readonly kinds: readonly LineKind[];
  /** Numbers of lines at whose end a line break shows though nothing marks it. */
  readonly breaks: ReadonlySet<number>;
}

/** Reads a slide's Markdown line by line as the renderer of the stage does. Lines end with `\n`. */
export function readLines(source: string): ReadLines {
  const lines = source.split('\n');
  const kinds: LineKind[] = lines.map(() => 'text');
  const breaks = new Set<number>();
  for (const { type, map, content } of markdown.parse(source, {})) {
    const [from, to] = map ?? [0, 0];
    if (CODE.has(type)) kinds.fill('code', from, to);
    if (type !== 'inline' || !content.includes('\n')) continue;
    const within = lines.slice(from, to - 1);
    within.forEach((line, index) => isSoft(line) && breaks.add(from + index));
  }
  return { lines, kinds, breaks };
}

const CODE = new Set(['fence', 'code_block']);

/** Ends without the two blanks or the backslash that mark a break everywhere. */
function isSoft(line: string): boolean {
  return line.trim() !== '' && !/(?: {2}|\\|<br\s*\/?>|<\/br>)$/i.test(line);
}

const INLINE_CODE = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

/** Changes a text everywhere but in its inline code. */
export function outsideInlineCode(text: string, change: (prose: string) => string): string {
  let changed = '';
  let at = 0;
  for (const code of text.matchAll(INLINE_CODE)) {
    changed += change(text.slice(at, code.index)) + code[0];
    at = code.index + code[0].length;
  }
  return changed + change(text.slice(at));
}

/** Changes what is no code in a slide's Markdown. */
export function outsideCode(source: string, change: (prose: string) => string): string {
  const { lines, kinds } = readLines(source);
  const changed: string[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    while (to < lines.length && kinds[to] === kinds[from]) to++;
    const run = lines.slice(from, to).join('\n');
    changed.push(kinds[from] === 'code' ? run : outsideInlineCode(run, change));
    from = to;
  }
  return changed.join('\n');
}
