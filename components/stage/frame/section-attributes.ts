import { filterStyleAttribute } from '#lib/stage/css-filter.ts';
import { pictureAddress, type PictureRules } from '#lib/stage/picture-address.ts';
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

const PICTURE = /^(?:https?:|\/\/|data:image\/)|\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#]|$)/i;

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
  const picture =
    written['data-background-image'] ?? (PICTURE.test(any) || Object.hasOwn(rules.assets, any) ? any : '');
  const colour = written['data-background-color'] ?? any;
  const gradient = written['data-background-gradient'] ?? any;
  const safe: Record<string, string> = {};
  const address = picture === '' ? null : pictureAddress(picture, rules);
  if (address !== null) safe['data-background-image'] = address;
  if (CSS.supports('color', colour)) safe['data-background-color'] = colour;
  if (/^[a-z-]*gradient\(/i.test(gradient) && !/url|\\/i.test(gradient) && CSS.supports('background-image', gradient)) {
    safe['data-background-gradient'] = gradient;
  }
  return safe;
}
