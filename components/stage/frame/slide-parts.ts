import type { ColourCode, DrawFormula } from '#components/stage/parts/stage-parts.ts';
import type { Sanitiser } from '#lib/stage/sanitiser.ts';
import { colourable, colourBlock } from './code-block.ts';
import { Diagrams } from './diagrams.ts';
import { FORMULAS, showFormula } from './formula.ts';
import { takeMermaid } from './mermaid.ts';
import { PartLoader } from './part-loader.ts';

/** Fires on a slide, and bubbles, when something on it was drawn later than the slide itself. */
export const DRAWN = 'drawn';

/**
 * Draws what Markdown only names: formulas, colours of code, diagrams. Each needs a script that is loaded when the first slide has such
 * a thing; from then on formulas and code are drawn at once, with the slide.
 */
export class SlideParts {
  readonly #sanitise: Sanitiser;
  readonly #formulas: PartLoader<DrawFormula>;
  readonly #colours: PartLoader<ColourCode>;
  readonly #diagrams = new Diagrams(new PartLoader(['mermaid.js'], takeMermaid));

  constructor(sanitise: Sanitiser) {
    this.#sanitise = sanitise;
    // Set before a deck is shown: until then an element with this id could be found under the name. Parts that came first are there already.
    window.stageParts ??= {};
    this.#formulas = new PartLoader(['katex.js', 'katex.css'], () => window.stageParts.drawFormula);
    this.#colours = new PartLoader(['highlight.js'], () => window.stageParts.colourCode);
  }

  /** Puts new content into a slide and draws its parts. */
  fill(section: HTMLElement, nodes: readonly Node[]): void {
    const before = Diagrams.in(section);
    section.replaceChildren(...nodes);
    const formulas = [...section.querySelectorAll<HTMLElement>(FORMULAS)];
    withPart(this.#formulas, formulas, (formula, draw) => showFormula(formula, draw));
    withPart(this.#colours, colourable(section), (code, colour) => colourBlock(code, colour, this.#sanitise));
    this.#diagrams.draw(section, before, () => tell(section));
  }
}

/** Draws these elements now when the part is there, else when it has come. */
function withPart<Part>(
  loader: PartLoader<Part>,
  elements: readonly HTMLElement[],
  draw: (element: HTMLElement, part: Part) => void,
): void {
  const { part } = loader;
  if (elements.length === 0) return;
  if (part === null) void drawLater(loader, elements, draw);
  else for (const element of elements) draw(element, part);
}

async function drawLater<Part>(
  loader: PartLoader<Part>,
  elements: readonly HTMLElement[],
  draw: (element: HTMLElement, part: Part) => void,
): Promise<void> {
  const part = await loader.load().catch(() => null);
  const [first] = elements;
  // Without the part what is written there stays, readable as it is; and a slide that was filled again meanwhile is drawn already.
  if (part === null || first === undefined || !first.isConnected) return;
  for (const element of elements) draw(element, part);
  tell(first);
}

function tell(element: HTMLElement): void {
  element.dispatchEvent(new Event(DRAWN, { bubbles: true }));
}
