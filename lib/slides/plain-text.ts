// A heading longer than this is no heading; the live position and the record's schema hold it too.
const MAX_LENGTH = 500;
const MAX_SOURCE = 2_000;

// Most headings: nothing to take off.
const PLAIN = /^[\p{L}\p{N}/:,;!?()]*(?: [\p{L}\p{N}/:,;!?()]+)*$/u;

/** Steps from one line of Markdown to the words in it, in order. Each pattern excludes its own opener, so that all are linear. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/<!--.*?-->/g, ''],
  [/<(?:https?:\/\/|mailto:)([^<>\s]*)>/g, '$1'],
  [/<\/?[a-zA-Z][^<>]*>/g, ''],
  [/!\[[^[\]]*\]\([^()]*\)/g, ''],
  [/\[([^[\]]*)\]\([^()]*\)/g, '$1'],
  [/(`+)([^`]+)\1/g, '$2'],
  [/(\*\*\*|\*\*|~~|==|\+\+)(?=\S)/g, ''],
  [/(?<=\S)(\*\*\*|\*\*|~~|==|\+\+)/g, ''],
  [/(^|[^\w*])[*_]{1,3}(?=[^\s*_])/g, '$1'],
  [/(?<=[^\s*_])[*_]{1,3}(?=$|[^\w*])/g, ''],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&nbsp;/g, ' '],
  [/&amp;/g, '&'],
  [/\.{3,}/g, '…'],
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  [/(^|[^-])---(?=[^-]|$)/g, '$1—'],
  [/(^|[^-])--(?=[^->]|$)/g, '$1–'],
  [/\s+/g, ' '],
];

/** The words of a line of Markdown, near enough to what its slide shows to name the slide by: at most 500 characters. */
export function plainText(markdown: string): string {
  let text = markdown.slice(0, MAX_SOURCE);
  if (PLAIN.test(text)) return text.trim().slice(0, MAX_LENGTH);
  for (const [pattern, replacement] of STEPS) text = text.replace(pattern, replacement);
  return text.trim().slice(0, MAX_LENGTH);
}
