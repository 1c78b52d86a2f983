import createDOMPurify, { type WindowLike } from 'dompurify';

import { isSafeStyle, safeSheet } from './svg-style.ts';

const SHOW_MARKUP = 64 | 128;
const ANIMATIONS = new Set(['animate', 'set', 'animateTransform', 'animateMotion', 'animateColor']);
const EMBEDDED = /^data:image\/(?:png|jpe?g|webp|gif);base64,[a-z0-9+/=\s]+$/i;

/**
 * Takes everything out of an SVG that runs, loads, leads elsewhere or only describes the file. First DOMPurify's lists, then rules
 * that are stricter than it: this document is shown on its own, and nothing but itself may be needed for that. Throws when
 * nothing can be left.
 */
export function cleanSvg(root: Element, window: WindowLike): void {
  removeMarkup(root);
  createDOMPurify(window).sanitize(root, {
    IN_PLACE: true,
    USE_PROFILES: { svg: true, svgFilters: true },
    ADD_TAGS: ['use', 'animate', 'set'],
    FORBID_TAGS: ['metadata', 'script', 'foreignobject', 'font', 'glyph', 'tref'],
    KEEP_CONTENT: false,
    ALLOW_DATA_ATTR: false,
    // No script shares a document with it, whose names an id could take.
    SANITIZE_DOM: false,
  });
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.localName === 'style') cleanSheet(element);
    else if (animatesAddress(element)) element.remove();
    else cleanAttributes(element);
  }
}

/** Comments and instructions such as `<?xml-stylesheet?>`. */
function removeMarkup(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_MARKUP);
  const found: ChildNode[] = [];
  while (walker.nextNode() !== null) found.push(walker.currentNode as ChildNode);
  for (const node of found) node.remove();
}

function cleanSheet(element: Element): void {
  const css = safeSheet(element.textContent);
  if (css === null) element.remove();
  else element.textContent = css;
}

function animatesAddress(element: Element): boolean {
  if (!ANIMATIONS.has(element.localName)) return false;
  return !/^(?!on|style$|class$|src$|id$)[a-z-]+$/i.test(
    (element.getAttribute('attributeName') ?? 'transform').replace(/(?:^|:)href$/i, 'id'),
  );
}

function cleanAttributes(element: Element): void {
  for (const attribute of Array.from(element.attributes)) {
    const { localName, value } = attribute;
    const isHarmless =
      localName === 'href'
        ? isOwnAddress(element, value)
        : !/^(?:on|base$|src$)/i.test(localName) && isSafeStyle(value);
    if (!isHarmless) element.removeAttributeNode(attribute);
  }
}

/** Parts of the document itself, and for pictures what is written into it. A link leads nowhere from inside a picture. */
function isOwnAddress({ localName }: Element, address: string): boolean {
  if (localName === 'a') return false;
  const isPicture = localName === 'image' || localName === 'feImage';
  return /^\s*#[^\s]+\s*$/.test(address) || (isPicture && EMBEDDED.test(address.trim()));
}
