import Reveal from 'reveal.js';
import { openBareEditor } from './bare-editor.ts';
import { wholeDeckFiller } from './whole-deck-filler.ts';

// Runs in the browser: HedgeDoc's way with our parts. After each change, once the typing has paused, the whole deck is cut,
// rendered, made harmless and put into the page anew, and reveal.js is told to look at all of it again.
const parameters = new URLSearchParams(location.search);
const debounce = Number(parameters.get('debounce'));
const [editor, stage] = [document.createElement('div'), document.createElement('div')];
editor.id = 'editor';
stage.id = 'stage';
stage.innerHTML = '<div class="reveal"><div class="slides"></div></div>';
document.body.append(editor, stage);
const reveal = stage.querySelector<HTMLElement>('.reveal') ?? stage;
const slides = stage.querySelector<HTMLElement>('.slides') ?? stage;
const fill = wholeDeckFiller(slides);
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
