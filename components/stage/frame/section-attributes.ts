import { filterStyleAttribute, isAllowedDeclaration } from '#lib/stage/css-filter.ts';
import { namesPicture, pictureAddress, type PictureRules } from '#lib/stage/picture-address.ts';
import { safeClasses } from '#lib/stage/sanitiser.ts';

/** What a `.slide:` comment may set besides the background itself. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  'data-background-size': /^[\w\s%.,-]{1,64}$/,
  'data-background-position': /^[\w\s%.,-]{1,64}$/,
  'data-background-repeat': /^[\w\s-]{1,32}$/,
  'data-background-opacity': /^[\d.]{1,8}$/,
  'data-background-transition': /^[\w\s-]{1,32}$/,
  'data-transition': /^[\w\s-]{1,32}$/,
  'data-transition-speed': /^(?:default|fast|slow)$/,
  id: /^[A-Za-z][\w-]{0,63}$/,
};

/** The attributes of a slide that are safe to give to reveal.js, from those in the text. */
export function sectionAttributes(
  written: Readonly<Record<string, string>>,
  rules: PictureRules,
): Readonly<Record<string, string>> {
  const safe: Record<string, string> = { ...backgroundOf(written, rules) };
  for (const [name, pattern] of Object.entries(PLAIN)) {
    const value = written[name];
    if (value !== undefined && pattern.test(value)) safe[name] = value;
  }
  const classes = safeClasses(written['class'] ?? '');
  if (classes !== '') safe['class'] = classes;
  const style = filterStyleAttribute(written['style'] ?? '');
  if (style !== '') safe['style'] = style;
  return safe;
}

/** `data-background` means a picture, a gradient or a colour. What is none of them, such as an editor's empty link, means nothing. */
function backgroundOf(
  written: Readonly<Record<string, string>>,
  rules: PictureRules,
): Readonly<Record<string, string>> {
  const any = (written['data-background'] ?? '').trim();
  return {
    ...pictureOf(
      written['data-background-image'] ?? (namesPicture(any) || Object.hasOwn(rules.assets, any) ? any : ''),
      rules,
    ),
    ...colourOf(written['data-background-color'] ?? any),
    ...gradientOf(written['data-background-gradient'] ?? any),
  };
}

function pictureOf(picture: string, rules: PictureRules): Readonly<Record<string, string>> {
  const address = picture === '' ? null : pictureAddress(picture, rules);
  if (address !== null) return { 'data-background-image': forUrl(address) };
  return isPicture(picture) ? { 'data-background-image': missingPicture(picture) } : {};
}

/** reveal.js writes inline pictures into `url(…)` as they are, without quotes. */
function forUrl(address: string): string {
  if (!address.startsWith('data:')) return address;
  return address.replaceAll(/[\s"'()\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function colourOf(colour: string): Readonly<Record<string, string>> {
  return CSS.supports('color', colour) ? { 'data-background-color': colour } : {};
}

function gradientOf(gradient: string): Readonly<Record<string, string>> {
  const harmless = /^[a-z-]*gradient\(/i.test(gradient) && isAllowedDeclaration('background-image', gradient);
  return harmless && CSS.supports('background-image', gradient) ? { 'data-background-gradient': gradient } : {};
}

/** An editor's empty link, or any other words, are no picture that could be missing. */
function isPicture(picture: string): boolean {
  return picture !== '' && !/[[\]()<>\s]/.test(picture);
}

/** A dashed frame with the address in it, as a picture: what a slide shows whose background is not there. */
function missingPicture(written: string): string {
  const address = written.slice(0, 120).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 700"><rect x="12" y="12" width="936" height="676" fill="none" stroke="#888" stroke-width="2" stroke-dasharray="8 6"/><text x="28" y="672" font-family="monospace" font-size="14" fill="#888">${address}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", '%27')}`;
}
