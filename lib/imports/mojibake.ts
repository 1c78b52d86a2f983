import type { MojibakeOffer } from './import-plan.ts';

/** The characters that Windows-1252 has at 0x80 to 0x9f, in order; its five gaps are the C1 controls that browsers put there. */
const UPPER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE_OF = new Map<string, number>(Array.from(UPPER_CONTROLS, (character, index) => [character, 0x80 + index]));

/**
 * A lead byte of UTF-8 and what may follow it, each as the character that Windows-1252 shows for the byte. Only the leads of
 * western letters (Â Ã), of punctuation and signs (â ï) and of emoji (ð): more would take „MENÜ“ for an accident.
 */
const FOLLOWS = `[\u00a0-\u00bf${UPPER_CONTROLS}]`;
const SUSPECT = new RegExp(`[ÂÃ]${FOLLOWS}|[âï]${FOLLOWS}{2}|ð${FOLLOWS}{3}`, 'gu');

/** Longest excerpt of a line that is shown, in characters. */
const EXCERPT = 80;

/** Each place in a text where characters are doubly encoded, with what they were meant to be. */
export function mojibakeIn(
  text: string,
): readonly { readonly from: number; readonly broken: string; readonly mended: string }[] {
  return Array.from(text.matchAll(SUSPECT), ({ index, 0: broken }) => ({
    from: index,
    broken,
    mended: mend(broken),
  })).filter(({ broken, mended }) => broken !== mended);
}

/** Finds UTF-8 that was read as Windows-1252 and encoded again (`â€“` for `–`). Null when there is none. */
export function findMojibake(text: string): MojibakeOffer | null {
  const places = mojibakeIn(text);
  const [first] = places;
  if (first === undefined) return null;
  const before = excerptAt(text, first.from);
  return { count: places.length, before, after: repairMojibake(before) };
}

/** The text with doubly encoded characters mended; everything else stays as it is. */
export function repairMojibake(text: string): string {
  return text.replaceAll(SUSPECT, mend);
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function mend(suspect: string): string {
  const bytes = Uint8Array.from(suspect, (character) => BYTE_OF.get(character) ?? character.codePointAt(0) ?? 0);
  try {
    return STRICT.decode(bytes);
  } catch {
    return suspect;
  }
}

function excerptAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  const from = Math.max(lineStart, offset - EXCERPT / 2);
  const lineEnd = text.indexOf('\n', offset);
  return text.slice(from, Math.min(lineEnd === -1 ? text.length : lineEnd, from + EXCERPT));
}
