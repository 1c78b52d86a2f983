import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

const STYLE_BLOCK = /<style\b[^>]*>([\s\S]*?)(?:<\/style\s*>|$)/gi;
const STYLE_ATTRIBUTE = /\sstyle\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi;
const DECLARATION = /(?<![\w-])([a-z][a-z-]*)(\s*:\s*)([^;{}\r\n]+)/gi;

/** Properties whose value may be, or begin with, a quoted string (CSS Values and Units, `<string>`). */
const TAKES_STRINGS =
  /^(?:content|quotes|font|font-(?:family|feature-settings|variation-settings|language-override|palette)|grid(?:-.*)?|list-style(?:-type)?|hyphenate-character|text-(?:emphasis|emphasis-style|overflow)|-.*|src|filter|mask.*|background(?:-image)?)$/;
/** Properties that are lengths, where a number without a unit is dropped by browsers. */
const LENGTHS =
  /^(?:width|height|(?:min|max)-(?:width|height)|font-size|(?:margin|padding)(?:-(?:top|right|bottom|left))?|top|right|bottom|left|border-radius|gap|letter-spacing|text-indent)$/;

/** Values in a deck's CSS that browsers drop: `color: "#50c3a5"`, `#12345`, `font-size: 32`. */
export function cssValues({ visible }: SlideText): readonly Problem[] {
  const sheets = [...visible.matchAll(STYLE_BLOCK), ...visible.matchAll(STYLE_ATTRIBUTE)];
  return sheets.flatMap((found) => {
    const css = found[1] ?? found[2] ?? '';
    return declarationsIn(css, found.index + found[0].indexOf(css, found[0].search(/[>=]/)));
  });
}

function declarationsIn(css: string, offset: number): readonly Problem[] {
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => ' '.repeat(comment.length));
  const problems: Problem[] = [];
  for (const found of plain.matchAll(DECLARATION)) {
    const [, property = '', colon = '', rest = ''] = found;
    const value = rest.trimEnd();
    const insert = mended(property.toLowerCase(), value);
    if (insert === null) continue;
    const from = offset + found.index + property.length + colon.length;
    const range = { from, to: from + value.length };
    const detail = `${property}: ${value}`.slice(0, 200);
    problems.push({ code: 'css-value', range, detail, fix: insert === '' ? null : { ...range, insert } });
  }
  return problems;
}

/** The value as it should be written, empty when only its author knows, or null when it is fine. */
function mended(property: string, value: string): string | null {
  const important = /\s*!\s*important$/i.exec(value)?.[0] ?? '';
  const bare = value.slice(0, value.length - important.length);
  const better = unquoted(property, bare) ?? withUnit(property, bare);
  if (better !== null) return better + important;
  return isWrongHex(bare) ? '' : null;
}

function unquoted(property: string, value: string): string | null {
  const quoted = /^(["'])([^"']*)\1$/.exec(value)?.[2];
  return quoted === undefined || TAKES_STRINGS.test(property) ? null : quoted;
}

function withUnit(property: string, value: string): string | null {
  const bare = LENGTHS.test(property) && /^[+-]?\d*\.?\d+$/.test(value) && Number(value) !== 0;
  return bare ? `${value}px` : null;
}

/** A colour has three, four, six or eight digits. */
function isWrongHex(value: string): boolean {
  const digits = /^#([\da-z]+)$/i.exec(value)?.[1];
  return digits !== undefined && !/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(digits);
}
