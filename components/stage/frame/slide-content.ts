import { isAllowedDeclaration } from '#lib/stage/css-filter.ts';
import { safeLink } from '#lib/stage/link-scheme.ts';
import { pictureAddress, type PictureRules } from '#lib/stage/picture-address.ts';

/** Fires on the gap in place of a picture that did not come, and bubbles. */
export const LOST = 'lost';

/** Finishes sanitised content before it meets the page, so that nothing loads that may not: pictures, links, fixed boxes. */
export function finishContent(root: HTMLElement, rules: PictureRules): void {
  for (const image of root.querySelectorAll('img')) finishPicture(image, rules);
  for (const link of root.querySelectorAll('a')) finishLink(link);
  for (const element of root.querySelectorAll<HTMLElement>('[style]')) filterStyle(element.style);
}

/** The sanitiser has filtered the text of it; the browser's own reading has the last word. */
export function filterStyle(style: CSSStyleDeclaration): void {
  const refused = Array.from(style).filter(
    (property) => !isAllowedDeclaration(property, style.getPropertyValue(property)),
  );
  for (const property of refused) style.removeProperty(property);
}

function finishPicture(image: HTMLImageElement, rules: PictureRules): void {
  const written = image.getAttribute('src') ?? '';
  const address = pictureAddress(written, rules);
  if (address === null) return image.replaceWith(gapFor(image, written));
  image.setAttribute('src', address);
  image.referrerPolicy = 'no-referrer';
  image.addEventListener(
    'error',
    () => {
      const gap = gapFor(image, written);
      image.replaceWith(gap);
      gap.dispatchEvent(new Event(LOST, { bubbles: true }));
    },
    { once: true },
  );
}

/** A frame with the address where a picture should be, of the size that the picture was given. */
function gapFor(image: HTMLImageElement, written: string): HTMLElement {
  const gap = image.ownerDocument.createElement('span');
  gap.className = 'gap';
  gap.setAttribute('role', 'img');
  gap.setAttribute('aria-label', image.alt === '' ? written : image.alt);
  gap.textContent = written === '' ? '–' : shortened(written);
  gap.title = written;
  for (const side of ['width', 'height'] as const) {
    const size = image.getAttribute(side);
    if (size !== null && size !== '') gap.style[side] = /^\d+$/.test(size) ? `${size}px` : size;
  }
  return gap;
}

function shortened(address: string): string {
  return address.length > 120 ? `${address.slice(0, 119)}…` : address;
}

function finishLink(link: HTMLAnchorElement): void {
  const address = safeLink(link.getAttribute('href') ?? '');
  if (address === null) return link.removeAttribute('href');
  link.setAttribute('href', address);
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
}
