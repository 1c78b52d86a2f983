export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly byteOrderMark: boolean }
  /** `offset` of the first byte that is no UTF-8. */
  | { readonly ok: false; readonly offset: number };

/** Reads bytes as UTF-8, strictly: nothing is replaced or guessed. A byte order mark is taken off. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      byteOrderMark ? bytes.subarray(3) : bytes,
    );
    // Postgres holds texts of decks as bytes, but titles and search rows as text, where NUL cannot stand.
    const nul = text.indexOf('\0');
    return nul === -1
      ? { ok: true, text, byteOrderMark }
      : { ok: false, offset: new TextEncoder().encode(text.slice(0, nul)).length };
  } catch {
    return { ok: false, offset: firstBadByte(bytes) };
  }
}

/** Halves its way to the longest prefix that decodes when cut characters at its end are allowed. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good;
}

function startsWell(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}
