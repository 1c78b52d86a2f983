import Reveal from 'reveal.js';
import type { DeckMessage } from '#lib/stage/messages.ts';
import { revealOptions } from './reveal-options.ts';
import { arrangeSections } from './slide-order.ts';
import type { StageSlides } from './stage-slides.ts';
import { applyLook } from './theme.ts';

interface PrintParts {
  readonly reveal: HTMLElement;
  readonly slides: HTMLElement;
  readonly content: StageSlides;
  /** Keys of the slides with which a section begins: their headings are the bookmarks of a PDF. */
  readonly sections: ReadonlySet<string>;
}

/** What is drawn later than its slide, a diagram or a formula, is waited for so long. */
const PATIENCE_MILLISECONDS = 5_000;
const LOOK_AGAIN_MILLISECONDS = 50;
/** What still waits to be drawn: a diagram that failed has words of its own beside it, a formula that failed is its source. */
const WAITING = 'pre:not(:has(.mistake)) > code.mermaid';

/** Lays a whole deck out for printing: a slide a page, with all of its steps, everything on it drawn and no larger than the page. Once per document. */
export async function printDeck(
  message: DeckMessage,
  { reveal, slides, content, sections }: PrintParts,
): Promise<void> {
  const { settings, order } = message;
  if (settings === null || order === null) return;
  document.documentElement.lang = settings.lang ?? '';
  applyLook(document.body, settings);
  content.configure(settings);
  arrangeSections(slides, order, (key) => content.sectionOf(key));
  for (const slide of message.contents) content.fill(slide.key, slide);
  content.keepOnly(new Set(order.map(({ key }) => key)));
  await everythingDrawn(slides);
  for (const { key } of order) rankHeadings(content.sectionOf(key), sections.has(key));
  const deck = new Reveal(reveal);
  // It says that it is ready long before the pages are there.
  const paged = new Promise<void>((done) => deck.on('pdf-ready', () => done()));
  await deck.initialize({
    ...revealOptions({ ...settings, interactive: false }, true),
    view: 'print',
    pdfSeparateFragments: false,
    pdfMaxPagesPerSlide: 1,
    slideNumber: false,
    showNotes: false,
  });
  await paged;
  await settled();
  for (const { key } of order) showPage(content.sectionOf(key));
  putDeckPicture(reveal);
}

/** Pictures have come or are lost, fonts are there, parts are drawn. */
async function everythingDrawn(slides: HTMLElement): Promise<void> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  while (slides.querySelector(WAITING) !== null && performance.now() < until)
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MILLISECONDS));
  await Promise.all([...slides.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
  await document.fonts.ready;
}

/** The first heading of a section is a bookmark, those of its slides are below it, all others below those. */
function rankHeadings(section: HTMLElement, begins: boolean): void {
  section.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6').forEach((heading, index) => {
    heading.setAttribute('aria-level', index > 0 ? '3' : begins ? '1' : '2');
    keepSpaces(heading);
  });
}

/** Chromium makes bookmarks of the letters that it has drawn: a blank at which a line ends is none of them unless it is preserved. */
function keepSpaces(heading: HTMLElement): void {
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  let atStart = true;
  while (texts.nextNode()) {
    const { currentNode } = texts;
    const text = (currentNode.nodeValue ?? '').replaceAll(/\s+/g, ' ');
    const begins = atStart || currentNode.previousSibling?.nodeName === 'BR';
    currentNode.nodeValue = begins ? text.trimStart() : text;
    atStart = atStart && text.trim() === '';
  }
  heading.style.whiteSpace = 'pre-wrap';
}

function settled(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** To reveal.js all slides but the first are out of sight: bookmarks, links and screen readers of a PDF need them all. */
function showPage(section: HTMLElement): void {
  for (const element of [section, section.parentElement]) {
    for (const name of ['hidden', 'aria-hidden', 'inert']) element?.removeAttribute(name);
  }
  fitPage(section);
}

/** The picture behind all slides: reveal.js has one for the whole stage, paper needs one a page. */
function putDeckPicture(reveal: HTMLElement): void {
  const behind = reveal.querySelector<HTMLElement>('.backgrounds');
  if (behind === null || behind.style.backgroundImage === '') return;
  // In one rule: said on each page by itself it would be read from its address for each of them.
  const rule = document.head.appendChild(document.createElement('style'));
  rule.textContent = '.deck-picture {}';
  const [said] = rule.sheet?.cssRules ?? [];
  if (said instanceof CSSStyleRule) said.style.backgroundImage = behind.style.backgroundImage;
  for (const page of reveal.querySelectorAll('.pdf-page')) {
    const picture = document.createElement('div');
    picture.className = 'deck-picture';
    page.prepend(picture);
  }
}

/** On a stage a slide that is too tall reaches below it; on paper that part would be cut off. */
function fitPage(section: HTMLElement): void {
  const page = section.parentElement;
  if (page?.classList.contains('pdf-page') !== true) return;
  const [tall, wide] = [page.clientHeight / section.scrollHeight, section.clientWidth / section.scrollWidth];
  const scale = Math.min(tall, wide, 1);
  if (scale === 1) return;
  section.style.zoom = String(scale);
  const free = page.clientHeight / scale - section.scrollHeight;
  section.style.top = `${Math.max(free / 2, 0)}px`;
  section.style.left = `${(page.clientWidth / scale - section.clientWidth) / 2}px`;
}
