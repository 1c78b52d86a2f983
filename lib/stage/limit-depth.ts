/** Deeper than any deck nests. Some hundred tables within each other end the whole tab when the browser lays them out. */
const MOST_DEPTH = 64;

/** Keeps of what is nested deeper in this element its words alone. */
export function limitDepth(root: Element): void {
  let level: readonly Element[] = [root];
  for (let depth = 0; depth < MOST_DEPTH; depth += 1) level = level.flatMap((element) => Array.from(element.children));
  for (const element of level) if (element.childElementCount > 0) element.replaceChildren(element.textContent ?? '');
}
