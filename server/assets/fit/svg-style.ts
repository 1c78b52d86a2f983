/** Blocks of a style sheet that load something: they are left out, the rest stays. */
const LOADING_BLOCKS = /@import\b[^;]*(?:;|$)|@font-face\s*\{[^}]*\}|@(?:charset|namespace)\b[^;]*;/gi;
const COMMENTS = /\/\*[^]*?\*\//g;
const OTHER_RULES = /@(?!media\b|supports\b|(?:-webkit-)?keyframes\b)/i;
/** Functions by which a style can load, or once could run, something. */
const LOADING_FUNCTIONS =
  /(?:image|image-set|cross-fade|src|element|expression)\s*\(|javascript:|behavior\s*:|-moz-binding/i;
const OWN_REFERENCE = /url\(\s*(["']?)#[^"'()\s]*\1\s*\)/gi;

/** A style sheet without what loads something, or null when that cannot be told apart. */
export function safeSheet(css: string): string | null {
  const rest = css.replaceAll(COMMENTS, ' ').replaceAll(LOADING_BLOCKS, ' ');
  // Markup has no place in a sheet, and would be some to whoever reads the file as HTML.
  return isSafeStyle(rest) && !rest.includes('<') ? rest : null;
}

/** Whether declarations, or the value of any attribute, point to nothing but parts of their own document. */
export function isSafeStyle(css: string): boolean {
  // With escapes, words can be spelt so that none of this finds them.
  if (css.includes('\\') || OTHER_RULES.test(css) || LOADING_FUNCTIONS.test(css)) return false;
  return !/url\s*\(/i.test(css.replaceAll(OWN_REFERENCE, ''));
}

/** The ids that `url(#…)` names in a value. */
export function referencesOf(value: string): readonly string[] {
  return [...value.matchAll(/url\(\s*["']?#([^"'()\s]*)/gi)].map(([, id = '']) => id);
}
