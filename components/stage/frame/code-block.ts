import type { ColourCode } from '#components/stage/parts/stage-parts.ts';
import type { Sanitiser } from '#lib/stage/sanitiser.ts';

const MAX_LENGTH = 20_000;
/** What is said to be plain, and diagrams, which are no language. */
const PLAIN = /^(?:no-?highlight|plain|plaintext|text|txt|mermaid|graphviz|flow|sequence|abc)$/i;

/** The code blocks of a slide that say which language they are in. */
export function colourable(section: HTMLElement): readonly HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('pre > code[class]')].filter((code) => {
    const language = languageOf(code);
    return language !== '' && !PLAIN.test(language) && code.textContent.length <= MAX_LENGTH;
  });
}

/** Gives the words of a code block their colours. What does it is a library, so its HTML is no more trusted than a deck's. */
export function colourBlock(code: HTMLElement, colour: ColourCode, sanitise: Sanitiser): void {
  const coloured = sanitise(colour(code.textContent, languageOf(code)));
  code.replaceChildren(...[...coloured.childNodes].map((node) => document.adoptNode(node)));
  code.classList.add('hljs');
}

function languageOf(code: HTMLElement): string {
  return [...code.classList].find((name) => name !== 'wrap' && name !== 'hljs') ?? '';
}
