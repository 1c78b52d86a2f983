import type { StageSlot } from '#lib/stage/messages.ts';

/** Puts the sections into this order, stacks as sections around sections, moving only those that are not yet in their place. */
export function arrangeSections(
  slides: HTMLElement,
  order: readonly StageSlot[],
  sectionOf: (key: string) => HTMLElement,
): void {
  const columns: HTMLElement[][] = [];
  for (const { key, vertical } of order) {
    const section = sectionOf(key);
    const column = columns.at(-1);
    if (vertical && column !== undefined) column.push(section);
    else columns.push([section]);
  }
  arrange(
    slides,
    columns.map((column) => columnNode(column)),
  );
}

/** A slide alone stands for itself; several are wrapped, in the wrapper that already holds the first of them if there is one. */
function columnNode(column: readonly HTMLElement[]): HTMLElement {
  const [first] = column;
  if (first === undefined) throw new RangeError('A column has at least one slide.');
  if (column.length === 1) return first;
  const parent = first.parentElement;
  const stack = parent?.dataset['stack'] === '' && parent.firstElementChild === first ? parent : newStack(first);
  arrange(stack, column);
  return stack;
}

function newStack(first: HTMLElement): HTMLElement {
  const stack = first.ownerDocument.createElement('section');
  stack.dataset['stack'] = '';
  return stack;
}

function arrange(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set<Element>(wanted);
  for (const child of Array.from(parent.children)) if (!keep.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of wanted) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}
