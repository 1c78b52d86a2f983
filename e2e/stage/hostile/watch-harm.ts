import type { Page } from '@playwright/test';

/**
 * All that a console may say. When the frame parses raw HTML, in a document that shows and runs nothing, the browser reports each
 * inline handler that the policy would not have let run; the sanitiser takes it off a moment later. And a picture may come as `data:`
 * that is none.
 */
export const EXPECTED_REPORT =
  /Executing inline event handler violates the following Content Security Policy directive 'script-src 'self''|Failed to load resource: net::ERR_INVALID_URL$/;

/** Tells of everything that a page and its frames do and a deck must not cause. */
export function watchHarm(page: Page, base: string, tell: (fault: string) => void): void {
  page.on('dialog', (dialog) => {
    tell(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => {
    tell(`popup ${popup.url()}`);
  });
  page.on('download', (download) => tell(`download ${download.url()}`));
  page.on('pageerror', (error) => tell(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED_REPORT.test(message.text())) tell(`console ${message.text()}`);
  });
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${base}/`) && !/^(?:data|blob):/.test(address)) tell(`request ${address}`);
  });
}

/** Runs in a window: whether a script of a deck left its mark there, or in the prototype of everything. */
export function isMarked(): boolean {
  return Reflect.get(window, 'pwned') === 1 || Reflect.has({}, 'pwned');
}

/** Runs in the stage's document: what a deck must not be able to make there. */
export function traces(): readonly string[] {
  const forbidden =
    /^(?:script|iframe|frame|object|embed|link|meta|base|form|video|audio|source|svg|math|template|section|style|slot|dialog|select|button|textarea)$/;
  // Numbers of lines stay in view while their block of code is scrolled, and only there.
  const fixed = (element: Element, part?: string) =>
    !element.matches('pre.numbered > .gutter') &&
    ['fixed', 'sticky'].includes(getComputedStyle(element, part).position);
  // The app draws formulas itself, after the sanitiser; what a deck writes into such an element is checked like the rest.
  const drawn = (element: Element) =>
    /^(?:math|svg)$/.test(element.localName) && element.closest('.math .katex') !== null;
  const elements = [...document.querySelectorAll('.slides section[data-key] *')].slice(0, 2000);
  const bad = elements.filter(
    (element) =>
      (forbidden.test(element.localName) && !drawn(element)) ||
      element.localName.includes('-') ||
      element.shadowRoot !== null ||
      // Browsers do not let `is` be taken off; empty it means nothing.
      (element.getAttribute('is') ?? '') !== '' ||
      [...element.attributes].some(({ name }) =>
        /^(?:on|srcdoc|srcset|form|popover|contenteditable|accesskey|autofocus|ping|download|name$|tabindex|slot|part|draggable|nonce|data-(?!fragment-index))/.test(
          name,
        ),
      ) ||
      [undefined, '::before', '::after'].some((part) => fixed(element, part)),
  );
  const outside = [document.documentElement, document.body].filter(
    (element) => getComputedStyle(element).display === 'none' || fixed(element) || fixed(element, '::before'),
  );
  const added = [...document.body.children].filter((element) => !element.matches('.reveal, .r-overlay, .aria-status'));
  return [...bad, ...outside, ...added].map((element) => `made ${element.outerHTML.slice(0, 200)}`);
}
