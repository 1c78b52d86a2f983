import type { DrawFormula } from '#components/stage/parts/stage-parts.ts';

/** Formulas as the renderer writes them: their source between its delimiters. */
export const FORMULAS = 'span.math';

const MAX_LENGTH = 4_000;
const DELIMITERS = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\\\(', '\\\\)'],
  ['\\\\[', '\\\\]'],
] as const;

/** Draws a formula in place of its source. One that cannot be drawn is left as it is written. */
export function showFormula(element: HTMLElement, draw: DrawFormula): void {
  const source = element.textContent;
  if (source.length > MAX_LENGTH || element.childElementCount > 0) return;
  try {
    draw(element, withoutDelimiters(source), element.classList.contains('display'));
  } catch {
    // Hundreds of brackets within each other are no mistake to it but the end of its stack.
    element.textContent = source;
  }
}

function withoutDelimiters(source: string): string {
  const pair = DELIMITERS.find(([open, close]) => source.startsWith(open) && source.endsWith(close));
  return pair === undefined ? source : source.slice(pair[0].length, -pair[1].length);
}
