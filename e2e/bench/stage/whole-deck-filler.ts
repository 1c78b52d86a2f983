import { slideRenderer } from '#lib/render/render-slide.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';
import { cutWholeDeck } from './cut-whole-deck.ts';

/** For pages: puts a deck into this element as reveal.js wants it, each slide rendered and made harmless anew. */
export function wholeDeckFiller(slides: HTMLElement): (text: string) => void {
  const render = slideRenderer({ breaks: true });
  const sanitise = createSanitiser(window);
  const sectionOf = (source: string): HTMLElement => {
    const section = document.createElement('section');
    section.innerHTML = sanitise(render(source)).innerHTML;
    return section;
  };
  return (text) => {
    const columns = cutWholeDeck(text).map((column) => {
      const sections = column.map(sectionOf);
      const [first] = sections;
      if (sections.length === 1 && first !== undefined) return first;
      const stack = document.createElement('section');
      stack.append(...sections);
      return stack;
    });
    slides.replaceChildren(...columns);
  };
}
