const PICTURES =
  /!\[[^\]\n]*\]\([^)\n]*\)|<img\s[^>\n]*>|<!--[^>\n]*\.slide:[^>\n]*data-background[^>\n]*-->|^[ \t]+["']?parallaxBackgroundImage[^\n]*/gi;
// The line of a picture that is written into the text itself is not looked through at every move.
const LONGEST_LINE = 4_000;

/** Whether what stands at an offset reads like a picture. A look at one line: what really is one takes the renderer to know. */
export function readsLikePicture(text: string, offset: number): boolean {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const to = next === -1 ? text.length : next;
  if (to - from > LONGEST_LINE) return true;
  for (const { index, 0: found } of text.slice(from, to).matchAll(PICTURES)) {
    if (from + index <= offset && offset <= from + index + found.length) return true;
  }
  return false;
}
