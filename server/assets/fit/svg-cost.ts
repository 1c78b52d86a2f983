import { MAX_SVG_COST } from '#lib/assets/asset-limits.ts';

import { referencesOf } from './svg-style.ts';

const ANIMATIONS = /^(?:animate|set)/;
/** Rules of a style sheet that point to something: real drawings have some dozens. */
const MAX_RULES = 200;

interface Use {
  readonly element: Element;
  /** How often it is drawn for this. */
  readonly times: number;
}

/**
 * Whether drawing an SVG is about as much work as it looks: every element counts one, and what it points to once more each time.
 * Nine patterns of ten rectangles that fill each other are a billion rectangles. False for circles.
 */
export function isDrawable(root: Element): boolean {
  const uses = usesOf(root);
  if (uses === null) return false;
  const costs = new Map<Element, number>();
  const open = new Set<Element>();
  // Not by recursion: a chain of references may be as long as the document.
  const stack: Element[] = [root];
  for (let element = stack.at(-1); element !== undefined; element = stack.at(-1)) {
    const parts = partsOf(element, uses);
    if (!open.has(element) && !costs.has(element)) {
      open.add(element);
      const next = parts.map((part) => part.element).filter((part) => !costs.has(part));
      if (next.some((part) => open.has(part))) return false;
      stack.push(...next);
    } else {
      stack.pop();
      if (costs.has(element)) continue;
      const cost = parts.reduce((sum, part) => sum + part.times * (costs.get(part.element) ?? 0), 1);
      if (cost > MAX_SVG_COST) return false;
      costs.set(element, cost);
      open.delete(element);
    }
  }
  return true;
}

function partsOf(element: Element, uses: ReadonlyMap<Element, readonly Use[]>): readonly Use[] {
  const children = Array.from(element.children, (child) => ({ element: child, times: 1 }));
  return [...children, ...(uses.get(element) ?? [])];
}

/** What each element points to, by its own attributes and by the style sheets; null when there is too much of the latter. */
function usesOf(root: Element): ReadonlyMap<Element, readonly Use[]> | null {
  const elements = [root, ...root.querySelectorAll('*')];
  const byId = new Map<string, Element>();
  for (const element of elements) if (!byId.has(element.id)) byId.set(element.id, element);
  const uses = new Map<Element, Use[]>();
  const add = (from: Element, id: string, times: number): void => {
    const element = byId.get(id);
    if (element === undefined || id === '') return;
    const known = uses.get(from);
    if (known === undefined) uses.set(from, [{ element, times }]);
    else known.push({ element, times });
  };
  for (const element of elements) for (const { id, times } of ownReferences(element)) add(element, id, times);
  const rules = sheetRules(elements);
  if (rules.length > MAX_RULES) return null;
  for (const { selector, css } of rules)
    for (const element of matching(root, selector))
      for (const id of referencesOf(css)) add(element, id, /marker/i.test(css) ? corners(element) : 1);
  return uses;
}

function ownReferences(element: Element): readonly { readonly id: string; readonly times: number }[] {
  return Array.from(element.attributes).flatMap(({ localName, value }) => {
    if (localName === 'href')
      return value.trim().startsWith('#') && !ANIMATIONS.test(element.localName)
        ? [{ id: value.trim().slice(1), times: 1 }]
        : [];
    const times = localName.startsWith('marker') || /marker/i.test(value) ? corners(element) : 1;
    return referencesOf(value).map((id) => ({ id, times }));
  });
}

/** A marker is drawn at each corner of a line: two numbers and two signs are the least that a corner takes. */
function corners(element: Element): number {
  return 1 + Math.ceil(((element.getAttribute('d') ?? element.getAttribute('points') ?? '').length + 1) / 4);
}

/** Rules of the style sheets that point to something. */
function sheetRules(elements: readonly Element[]): readonly { readonly selector: string; readonly css: string }[] {
  const sheets = elements.filter(({ localName }) => localName === 'style').map(({ textContent }) => textContent);
  return sheets.flatMap((sheet) =>
    [...sheet.matchAll(/([^{};]+)\{([^{}]*)\}/g)]
      .map(([, selector = '', css = '']) => ({ selector: selector.trim(), css }))
      .filter(({ css }) => referencesOf(css).length > 0),
  );
}

/** Whatever is no selector that we can read counts for all. */
function matching(root: Element, selector: string): readonly Element[] {
  try {
    return [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];
  } catch {
    return [root, ...root.querySelectorAll('*')];
  }
}
