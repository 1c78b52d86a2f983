import { splitCss } from './split-css.ts';

/** Families of CSS properties that change how text and boxes look. What moves, loads, runs or reaches out of the slide is not here. */
const PROPERTIES =
  /^(?:-webkit-)?(?:color|opacity|visibility|display|float|clear|direction|quotes|zoom|order|gap|row-gap|content|filter|transform|translate|rotate|scale|clip-path|accent-color|caption-side|empty-cells|table-layout|vertical-align|aspect-ratio|box-(?:sizing|shadow|decoration-break)|background|background-(?:color|size|position|position-x|position-y|repeat|clip|origin|image|blend-mode|attachment)|(?:font|text|line|letter|word|white|list|border|outline|margin|padding|column|columns|flex|grid|align|justify|place|overflow|object|hyphen|tab|orphans|widows|writing|unicode|mix|page|break|counter|transform|perspective|backface|hanging|image|inset|max|min)(?:-[a-z-]+)?|columns|hyphens|width|height|inline-size|block-size|position|top|left|right|bottom|z-index)$/;

/** `url()` would load, `\` hides words from this filter, the rest is how old browsers ran scripts. */
const FORBIDDEN_VALUE =
  /\\|url\s*\(|image-set\s*\(|src\s*\(|image\s*\(|element\s*\(|cross-fade\s*\(|expression\s*\(|javascript:|attr\s*\(|paint\s*\(|@import/i;

/** Shadows and filters are painted pixel by pixel: one of thousands of pixels stops a browser for half a minute. */
const PAINTED = /^(?:-webkit-)?(?:filter|box-shadow|text-shadow)$/;
const HUGE =
  /(?<![#.\w])\d{4}|(?<![#.\w])\d{3}(?:\.\d+)?(?:r?em|ex|ch|r?lh|ic|cap|v[a-z]+|cq[a-z]+|cm|in|pc)|(?<![#\w])[\d.]+e\+?\d|\*|pow|exp/i;

/** Whether a deck may set this. `fixed` and `sticky` would stay on screen across slides. */
export function isAllowedDeclaration(property: string, value: string): boolean {
  const name = property.toLowerCase();
  if (!PROPERTIES.test(name) || FORBIDDEN_VALUE.test(value)) return false;
  if (PAINTED.test(name) && HUGE.test(value)) return false;
  return name !== 'position' || /^\s*(?:static|relative|absolute)\s*(?:!important)?\s*$/i.test(value);
}

/** A `style` attribute with only what is allowed. Comments and line breaks go too: browsers end a broken string at a line break. */
export function filterStyleAttribute(style: string): string {
  return splitCss(style.replace(/\/\*[\s\S]*?(?:\*\/|$)|[\r\n\f]/g, ' '), ';')
    .map((declaration) => {
      const colon = declaration.indexOf(':');
      return [declaration.slice(0, Math.max(colon, 0)).trim(), declaration.slice(colon + 1).trim()] as const;
    })
    .filter(([property, value]) => property !== '' && value !== '' && isAllowedDeclaration(property, value))
    .map(([property, value]) => `${property}: ${value}`)
    .join('; ');
}

/**
 * A selector of a deck's own CSS, kept inside the stage. `.slides` and `.reveal` mean the stage's; a bare `h1` means the slides'.
 * `:where` adds no weight, so that a bare `h1` loses against the theme's `.reveal h1` just as it did in HedgeDoc.
 */
export function scopeSelectors(selectors: string): string {
  return splitCss(selectors, ',')
    .map((selector) => scopeSelector(selector.trim()))
    .filter((selector) => selector !== '')
    .join(', ');
}

function scopeSelector(selector: string): string {
  const inner = selector.replace(/^(?:(?::root|html|body)(?![\w-])[^\s>+~]*\s*>?\s*)+/i, '').trim();
  if (inner === '') return '.reveal';
  if (/^\.reveal(?![\w-])/.test(inner)) return inner;
  if (/^\.slides(?![\w-])/.test(inner)) return `:where(.reveal) ${inner}`;
  return `:where(.reveal .slides) ${inner}`;
}
