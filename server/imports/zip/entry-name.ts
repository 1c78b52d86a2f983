/** The letters of code page 437 from 0x80 on, in which Windows still packs names that fit into it (APPNOTE 6.3.10, appendix D). */
const OLD_LETTERS = [
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ',
  'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀',
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
].join('');

/**
 * The name of an entry. Archives that do not say that theirs are UTF-8 have it nearly always, too; what is none has the letters of old. What
 * says so and is not reads as unknown letters.
 */
export function entryName(bytes: Uint8Array, saysUtf8: boolean): string {
  const name = new TextDecoder('utf-8').decode(bytes);
  if (saysUtf8 || !name.includes('\uFFFD')) return name;
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCodePoint(byte) : OLD_LETTERS.charAt(byte - 0x80))).join(
    '',
  );
}
