import Reveal from 'reveal.js';
import { slideRenderer } from '#lib/render/render-slide.ts';
import { createSanitiser } from '#lib/stage/sanitiser.ts';
import { openBareEditor } from './bare-editor.ts';
import { cutWholeDeck } from './cut-whole-deck.ts';

// Runs in the browser: HedgeDoc's way with our parts. After each change, once the typing has paused, the whole deck is cut,
// rendered, made harmless and put into the page anew, and reveal.js is told to look at all of it again.
const parameters = new URLSearchParams(location.search);
const debounce = Number(parameters.get('debounce'));
const render = slideRenderer({ breaks: true });
const sanitise = createSanitiser(window);
const [editor, stage] = [document.createElement('div'), document.createElement('div')];
editor.id = 'editor';
stage.id = 'stage';
stage.innerHTML = '<div class="reveal"><div class="slides"></div></div>';
document.body.append(editor, stage);
const reveal = stage.querySelector<HTMLElement>('.reveal') ?? stage;
const slides = stage.querySelector<HTMLElement>('.slides') ?? stage;
const deck = new Reveal(reveal, { embedded: true, scrollActivationWidth: 0, transition: 'none' });

let timer: ReturnType<typeof setTimeout> | undefined;
await openBareEditor(editor, (text) => {
  clearTimeout(timer);
  if (debounce === 0) show(text);
  else timer = setTimeout(show, debounce, text);
});
fill(await (await fetch('/deck.md')).text());
await deck.initialize();
deck.slide(Number(parameters.get('h')), Number(parameters.get('v')));

function show(text: string): void {
  const { h, v } = deck.getIndices();
  fill(text);
  deck.sync();
  deck.slide(h, v);
}

function fill(text: string): void {
  const columns = cutWholeDeck(text).map((column) => {
    const sections = column.map((source) => {
      const section = document.createElement('section');
      section.innerHTML = sanitise(render(source)).innerHTML;
      return section;
    });
    const [first] = sections;
    if (sections.length === 1 && first !== undefined) return first;
    const stack = document.createElement('section');
    stack.append(...sections);
    return stack;
  });
  slides.replaceChildren(...columns);
}
