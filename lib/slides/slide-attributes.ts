const MARK = '.slide:';
const ALLOWED = /^(?:data-[\w-]+|id|class|style)$/;
const NAME_CHARACTER = /[^\s"'=<>/]/;

/**
 * What the `.slide:` comments of a slide set, the last one winning. Single quotes and `=` inside a value are understood too,
 * which HedgeDoc 1.x drops. Values are as written: whoever shows them checks them.
 */
export function slideAttributes(comments: readonly string[]): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const comment of comments) {
    const at = comment.indexOf(MARK);
    // `.element` comments are about the element before them, even when they also say `.slide:`.
    if (at === -1 || comment.includes('.element')) continue;
    const line = /^[^\r\n]*/.exec(comment.slice(at + MARK.length))?.[0] ?? '';
    for (const [name, value] of quotedPairs(line)) if (ALLOWED.test(name)) attributes[name] = value;
  }
  return attributes;
}

/** The `name="value"` pairs of a line, in linear time; pairs with an empty value are left out. */
export function quotedPairs(line: string): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  let from = 0;
  for (let equals = line.indexOf('=', from); equals !== -1; equals = line.indexOf('=', from)) {
    const quote = line[equals + 1];
    const close = quote === '"' || quote === "'" ? line.indexOf(quote, equals + 2) : -1;
    if (close > equals + 2) pairs.push([nameBefore(line, from, equals), line.slice(equals + 2, close)]);
    from = Math.max(close, equals) + 1;
  }
  return pairs;
}

function nameBefore(line: string, from: number, equals: number): string {
  let start = equals;
  while (start > from && NAME_CHARACTER.test(line[start - 1] ?? '')) start--;
  return line.slice(start, equals);
}
