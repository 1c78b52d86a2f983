/** What may stand before the root of an XML document: blanks, the declaration and other instructions, comments, a doctype. */
const PROLOGUE = /(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>)/iy;
const ROOT = /<(?:[a-z][\w.-]*:)?svg[\s/>]/iy;

/** Whether bytes are the beginning of an SVG: a document whose root is `svg`, whatever stands before it. */
export function isSvg(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const text = new TextDecoder().decode(bytes);
  let at = 0;
  for (;;) {
    PROLOGUE.lastIndex = at;
    if (!PROLOGUE.test(text)) break;
    at = PROLOGUE.lastIndex;
  }
  ROOT.lastIndex = at;
  return ROOT.test(text);
}
