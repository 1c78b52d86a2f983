import createDOMPurify, { type WindowLike } from 'dompurify';
import { quotedPairs } from '#lib/slides/slide-attributes.ts';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from './allow-list.ts';
import { filterStyleAttribute } from './css-filter.ts';
import { limitDepth } from './limit-depth.ts';

/** Names by which reveal.js and the stage know their own parts. */
const RESERVED_CLASS =
  /^(?:slides?|reveal(?:-.*)?|backgrounds?|slide-.*|stack|present|past|future|current-visible|controls.*|progress|overlay.*|navigate-.*|speaker-notes|aria-status|pause-overlay|r-overlay.*|gap)$/;

/** reveal.js counts from 0 to the highest step, so a number of ten digits would keep it counting. */
const STEP = /^\d{1,3}$/;

/** Makes HTML of a deck harmless: an inert element with what is allowed. */
export type Sanitiser = (html: string) => HTMLElement;

/** The one sanitiser of the stage; `window` is the frame's own, or jsdom's. */
export function createSanitiser(window: WindowLike & { readonly document: Document }): Sanitiser {
  const purify = createDOMPurify(window);
  purify.addHook('afterSanitizeAttributes', (node) => {
    filterAttributes(node);
  });
  // A document of its own that shows nothing: pictures do not load in it and handlers do not run.
  const inert = window.document.implementation.createHTMLDocument('');
  return (html) => {
    const root = inert.createElement('div');
    root.innerHTML = html;
    applyElementComments(root);
    removeMarkup(root);
    purify.sanitize(root, {
      IN_PLACE: true,
      ALLOWED_TAGS: [...ALLOWED_TAGS],
      ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      FORBID_CONTENTS: ['script', 'template', 'noscript', 'svg', 'math'],
    });
    limitDepth(root);
    return root;
  };
}

function filterAttributes(node: Element): void {
  const style = node.getAttribute('style');
  if (style !== null) setOrRemove(node, 'style', filterStyleAttribute(style));
  const classes = node.getAttribute('class');
  if (classes !== null) setOrRemove(node, 'class', safeClasses(classes));
  const step = node.getAttribute('data-fragment-index');
  if (step !== null && !STEP.test(step)) node.removeAttribute('data-fragment-index');
  if (node.localName === 'input') onlyBox(node);
}

function setOrRemove(node: Element, name: string, value: string): void {
  if (value === '') node.removeAttribute(name);
  else node.setAttribute(name, value);
}

/** The classes that do not make an element a part of reveal.js. */
export function safeClasses(classes: string): string {
  return classes
    .split(/\s+/)
    .filter((name) => name !== '' && !RESERVED_CLASS.test(name))
    .join(' ');
}

function onlyBox(input: Element): void {
  const checked = input.hasAttribute('checked');
  for (const { name } of Array.from(input.attributes)) input.removeAttribute(name);
  input.setAttribute('type', 'checkbox');
  input.setAttribute('disabled', '');
  if (checked) input.setAttribute('checked', '');
}

const SHOW_PROCESSING_INSTRUCTION = 64;
const SHOW_COMMENT = 128;

/** Takes comments and `<?…?>` out. DOMPurify would too, but it gives up on the latter where browsers keep them as nodes. */
function removeMarkup(root: HTMLElement): void {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_COMMENT | SHOW_PROCESSING_INSTRUCTION);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const node of found) node.parentNode?.removeChild(node);
}

/** `<!-- .element: class="fragment" -->` is about the element before it, or around it when there is none. */
function applyElementComments(root: HTMLElement): void {
  const comments = root.ownerDocument.createTreeWalker(root, SHOW_COMMENT);
  while (comments.nextNode()) {
    const comment = comments.currentNode;
    const text = comment.nodeValue ?? '';
    const at = text.indexOf('.element');
    if (at === -1) continue;
    const target = elementBefore(comment) ?? comment.parentElement;
    if (target !== null && target !== root) setWritten(target, text.slice(at + '.element'.length));
  }
}

/** Sets what the first line of a comment says, beside the classes that are there; the sanitiser comes after it. */
function setWritten(target: Element, comment: string): void {
  const line = comment.split(/[\r\n]/, 1)[0] ?? '';
  for (const [name, value] of quotedPairs(line)) {
    // A formula must stay one when it becomes a step.
    if (name === 'class') target.classList.add(...value.split(/\s+/).filter(Boolean));
    else if (/^(?:data-[\w-]+|id|style)$/.test(name)) target.setAttribute(name, value);
  }
}

function elementBefore(node: Node): Element | null {
  let before = node.previousSibling;
  while (before !== null && (before.nodeType !== 1 || before.nodeName === 'BR')) before = before.previousSibling;
  return before === null ? null : (before as Element);
}
