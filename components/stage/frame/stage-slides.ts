import { stage as words } from '#lib/messages/stage.ts';
import { slideRenderer, type SlideRenderer } from '#lib/render/render-slide.ts';
import type { SlideContent, StageSettings } from '#lib/stage/messages.ts';
import type { Sanitiser } from '#lib/stage/sanitiser.ts';
import { scopedStyles } from './deck-styles.ts';
import { sectionAttributes } from './section-attributes.ts';
import { filterStyle, finishContent } from './slide-content.ts';
import { SlideParts } from './slide-parts.ts';

/** The sections of a deck by key: each is made once, and filled again only when its slide changed. */
export class StageSlides {
  readonly #sections = new Map<string, HTMLElement>();
  readonly #contents = new Map<string, SlideContent>();
  readonly #styles = new Map<string, string>();
  /** Those whose content is known and not drawn yet. */
  readonly #unfilled = new Set<string>();
  readonly #sanitise: Sanitiser;
  readonly #parts: SlideParts;
  readonly #style: HTMLStyleElement;
  #settings: StageSettings | null = null;
  #render: SlideRenderer | null = null;
  #restyled = false;
  #reclassed = false;

  constructor(sanitise: Sanitiser, style: HTMLStyleElement) {
    this.#sanitise = sanitise;
    this.#parts = new SlideParts(sanitise);
    this.#style = style;
  }

  /** Takes new settings; every slide must be filled again when this gives true. */
  configure(settings: StageSettings): boolean {
    const before = this.#settings;
    this.#settings = settings;
    if (before?.breaks !== settings.breaks) this.#render = slideRenderer(settings);
    return (
      before !== null &&
      (before.breaks !== settings.breaks ||
        before.foreignPictures !== settings.foreignPictures ||
        JSON.stringify(before.assets) !== JSON.stringify(settings.assets))
    );
  }

  sectionOf(key: string): HTMLElement {
    const known = this.#sections.get(key);
    if (known !== undefined) return known;
    const section = document.createElement('section');
    section.dataset['key'] = key;
    this.#sections.set(key, section);
    return section;
  }

  /** Whether the deck's own CSS changed since this was asked last. */
  wasRestyled(): boolean {
    const restyled = this.#restyled;
    this.#restyled = false;
    return restyled;
  }

  /** A slide with the hash of the text that it shows. */
  slideOf(key: string): { readonly hash: string; readonly section: HTMLElement } | undefined {
    const section = this.#sections.get(key);
    const hash = this.#contents.get(key)?.hash;
    return section === undefined || hash === undefined ? undefined : { hash, section };
  }

  /** Whether a slide got other classes since this was asked last: its background, made when all are, has them, too. */
  wasReclassed(): boolean {
    const reclassed = this.#reclassed;
    this.#reclassed = false;
    return reclassed;
  }

  keys(): readonly string[] {
    return [...this.#contents.keys()];
  }

  /** Takes a slide's content to draw later. What reveal.js reads when it starts, its attributes, is there at once. */
  prepare(key: string, content: SlideContent): void {
    if (this.#settings === null) return;
    this.#contents.set(key, content);
    this.#unfilled.add(key);
    const section = this.sectionOf(key);
    setAttributes(section, attributesOf(content, section, this.#settings));
  }

  isUnfilled(key: string): boolean {
    return this.#unfilled.has(key);
  }

  /** One that waits to be filled, or undefined. */
  nextUnfilled(): string | undefined {
    return this.#unfilled.values().next().value;
  }

  /**
   * Fills a slide with its content, or with the content that it has anew. Gives whether reveal.js must hear of it: it keeps books of
   * backgrounds and steps, and looks through all of them when told, so words alone are none of its business.
   */
  fill(key: string, content = this.#contents.get(key)): boolean {
    const settings = this.#settings;
    if (content === undefined || settings === null || this.#render === null) return false;
    this.#contents.set(key, content);
    this.#unfilled.delete(key);
    const inert = this.#sanitise(this.#render(content.source));
    this.#takeStyles(key, inert);
    finishContent(inert, settings);
    const section = this.sectionOf(key);
    const hadSteps = section.querySelector('.fragment') !== null;
    this.#parts.fill(
      section,
      [...inert.childNodes].map((node) => document.adoptNode(node)),
    );
    const classes = classesOf(section);
    const changed = setAttributes(section, attributesOf(content, section, settings));
    if (classesOf(section) !== classes) this.#reclassed = true;
    return changed || hadSteps || section.querySelector('.fragment') !== null;
  }

  /** A slide without a heading is called by its number. */
  #number(key: string, number: number): void {
    const section = this.sectionOf(key);
    section.dataset['number'] = words.slide(number);
    if (this.#contents.get(key)?.name === '') section.setAttribute('aria-label', words.slide(number));
  }

  /** Forgets the slides that are no more. The CSS of the others counts in this order, as if the deck had been opened like this. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#sections.keys()) {
      if (keys.has(key)) continue;
      this.#sections.delete(key);
      this.#contents.delete(key);
      this.#unfilled.delete(key);
    }
    [...keys].forEach((key, index) => this.#number(key, index + 1));
    const styles = [...keys].map((key) => [key, this.#styles.get(key) ?? ''] as const);
    this.#styles.clear();
    for (const [key, css] of styles) this.#styles.set(key, css);
    this.#writeStyles();
  }

  #takeStyles(key: string, inert: HTMLElement): void {
    const css = [...inert.querySelectorAll('style')].map((style) => {
      style.remove();
      return scopedStyles(style.textContent);
    });
    const text = css.join('\n');
    if (text === (this.#styles.get(key) ?? '')) return;
    this.#styles.set(key, text);
    this.#writeStyles();
  }

  #writeStyles(): void {
    const text = [...this.#styles.values()].filter(Boolean).join('\n');
    if (text === this.#style.textContent) return;
    this.#restyled = true;
    this.#style.textContent = text;
  }
}

/** What a section carries for this content; it is named by its heading, else by the number that it has. */
function attributesOf(
  content: SlideContent,
  section: HTMLElement,
  settings: StageSettings,
): Readonly<Record<string, string>> {
  return { ...sectionAttributes(content.attributes, settings), 'aria-label': nameOf(section, content) };
}

/** What a slide's author may set. Classes and styles of reveal.js on the same section stay. */
const AUTHORED = [
  'data-background-image', 'data-background-color', 'data-background-gradient', 'data-background-size', 'data-background-position',
  'data-background-repeat', 'data-background-opacity', 'data-background-transition', 'data-transition', 'data-transition-speed', 'id',
  'aria-label',
] as const; // prettier-ignore

function nameOf(section: HTMLElement, { name }: SlideContent): string {
  return name === '' ? (section.dataset['number'] ?? '') : name;
}

function classesOf(section: HTMLElement): string {
  return section.dataset['classes'] ?? '';
}

function setAttributes(section: HTMLElement, wanted: Readonly<Record<string, string>>): boolean {
  const changed = AUTHORED.filter((name) => section.getAttribute(name) !== (wanted[name] ?? null));
  for (const name of changed) {
    const value = wanted[name];
    if (value === undefined) section.removeAttribute(name);
    else section.setAttribute(name, value);
  }
  setClasses(section, wanted['class'] ?? '');
  setStyle(section, wanted['style'] ?? '');
  return changed.some((name) => name !== 'aria-label');
}

function setClasses(section: HTMLElement, classes: string): void {
  if (section.dataset['classes'] === classes) return;
  for (const name of (section.dataset['classes'] ?? '').split(' ').filter(Boolean)) section.classList.remove(name);
  for (const name of classes.split(' ').filter(Boolean)) section.classList.add(name);
  section.dataset['classes'] = classes;
}

/** reveal.js writes `display` and `top` into the same attribute, so the author's properties are set and unset one by one. */
function setStyle(section: HTMLElement, style: string): void {
  if ((section.dataset['style'] ?? '') === style) return;
  const before = document.createElement('div');
  before.style.cssText = section.dataset['style'] ?? '';
  for (const property of before.style) section.style.removeProperty(property);
  before.style.cssText = style;
  filterStyle(before.style);
  for (const property of before.style) {
    if (/^(?:position|display|top|left)$/.test(property)) continue;
    section.style.setProperty(
      property,
      before.style.getPropertyValue(property),
      before.style.getPropertyPriority(property),
    );
  }
  section.dataset['style'] = style;
}
