const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Cuts CSS at this character wherever a browser would: outside of strings, brackets and escapes, however they are nested. */
export function splitCss(css: string, at: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  const open: string[] = [];
  let from = 0;
  for (let index = 0; index < css.length; index++) {
    const character = css[index] ?? '';
    if (character === '\\') index++;
    else if (character === '"' || character === "'") index = endOfString(css, index);
    else if (character === at && open.length === 0) {
      parts.push(css.slice(from, index));
      from = index + 1;
    } else bracket(open, character);
  }
  return [...parts, css.slice(from)];
}

/** Where the string ends that begins here; a line break ends it too. */
function endOfString(css: string, start: number): number {
  const quote = css[start];
  for (let index = start + 1; index < css.length; index++) {
    const character = css[index] ?? '';
    if (character === '\\') index++;
    else if (character === quote || /[\r\n\f]/.test(character)) return index;
  }
  return css.length;
}

/** A closing bracket that closes nothing is a character like any other. */
function bracket(open: string[], character: string): void {
  const closer = CLOSERS[character];
  if (closer !== undefined) open.push(closer);
  else if (character === open.at(-1)) open.pop();
}
