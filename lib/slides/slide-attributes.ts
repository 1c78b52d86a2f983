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
    const line = attributeLine(comment)?.text ?? '';
    for (const [name, value] of quotedPairs(line)) if (ALLOWED.test(name)) attributes[name] = value;
  }
  return attributes;
}

/** What a comment says about its slide, with the offset in the comment; null when it is about something else. */
export function attributeLine(comment: string): { readonly from: number; readonly text: string } | null {
  const at = comment.indexOf(MARK);
  // `.element` comments are about the element before them, even when they also say `.slide:`.
  if (at === -1 || comment.includes('.element')) return null;
  const from = at + MARK.length;
  return { from, text: /^[^\r\n]*/.exec(comment.slice(from))?.[0] ?? '' };
}

/** A `name="value"` pair of a line and where it stands there. */
interface PlacedPair {
  readonly name: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The `name="value"` pairs of a line; those with an empty value are left out. */
export function quotedPairs(line: string): readonly (readonly [string, string])[] {
  return placedPairs(line).map(({ name, value }) => [name, value]);
}

/** The same with their places, in linear time. */
export function placedPairs(line: string): readonly PlacedPair[] {
  const pairs: PlacedPair[] = [];
  let from = 0;
  for (let equals = line.indexOf('=', from); equals !== -1; equals = line.indexOf('=', from)) {
    const quote = line[equals + 1];
    const close = quote === '"' || quote === "'" ? line.indexOf(quote, equals + 2) : -1;
    if (close > equals + 2) {
      const name = nameBefore(line, from, equals);
      pairs.push({ name, value: line.slice(equals + 2, close), from: equals - name.length, to: close + 1 });
    }
    from = Math.max(close, equals) + 1;
  }
  return pairs;
}

function nameBefore(line: string, from: number, equals: number): string {
  let start = equals;
  while (start > from && NAME_CHARACTER.test(line[start - 1] ?? '')) start--;
  return line.slice(start, equals);
}
