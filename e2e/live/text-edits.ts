import type * as Y from 'yjs';
import { oneOf, type Chance } from '#e2e/harness/chance.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { CallPage } from './call-scene.ts';

/** Each slide bears a word that no other has, so that it is known wherever its text goes. */
export const TOKEN = /t\d+t/g;

/** What the writers share beside the text: what was cut, what was damaged, and how many words were given out. */
export interface Desk {
  clip: string;
  last: number;
  damage: string[];
  /** Whether the server has seen the shown slide's text as it is: what nobody saw cannot be found again. */
  seen: boolean;
}

/** Does one of the things that writers do with a separator, a slide or a word, and says which. */
export function editText(page: CallPage, desk: Desk, pick: Chance, focus: string): string {
  const drawn = oneOf(pick, EDITS);
  const edit = desk.seen || !TAKING.has(drawn) ? drawn : typeWord;
  const model = parseDeck(page.connection.text.toString());
  const shown = model.slides.find(({ source }) => source.includes(focus));
  // Half of all edits are about the slide that is shown.
  const slide = pick(2) === 0 ? shown : undefined;
  const at = slide?.index ?? pick(model.slides.length);
  edit({ text: page.connection.text, model, at, pick, desk, page });
  return edit.name;
}

interface Work {
  readonly text: Y.Text;
  readonly model: DeckModel;
  /** Running number of the slide that is edited. */
  readonly at: number;
  readonly pick: Chance;
  readonly desk: Desk;
  readonly page: CallPage;
}

const EDITS: readonly [(work: Work) => void, ...((work: Work) => void)[]] = [
  insertSlide,
  insertSlide,
  deleteSlide,
  cutSlide,
  paste,
  paste,
  paste,
  joinSlides,
  splitSlide,
  typeWord,
  typeWord,
  typeWord,
  damageSeparator,
  openFence,
  mend,
  mend,
  takeBack,
  takeBack,
];

/** What can take a slide away. */
const TAKING: ReadonlySet<(work: Work) => void> = new Set([deleteSlide, cutSlide, takeBack]);

const FEWEST = 6;
const MOST = 30;

function insertSlide({ text, model, at, desk, pick }: Work): void {
  if (model.slides.length >= MOST) return;
  desk.last += 1;
  const body = pick(3) === 0 ? `t${desk.last}t without heading` : `# Team t${desk.last}t\n\nwords`;
  const { from } = slideAt(model, at).range;
  if (at === 0) text.insert(from, `${body}\n\n---\n\n`);
  else text.insert(from, `${oneOf(pick, ['---', '----'])}\n\n${body}\n\n`);
}

function deleteSlide({ text, model, at }: Work): void {
  if (model.slides.length <= FEWEST) return;
  const { from, to } = wholeSlide(model, at);
  text.delete(from, to - from);
}

function cutSlide(work: Work): void {
  const { text, model, at, desk } = work;
  if (at === 0 || model.slides.length <= FEWEST || desk.clip !== '') return;
  const { from, to } = wholeSlide(model, at);
  desk.clip = text.toString().slice(from, to);
  text.delete(from, to - from);
}

function paste({ text, model, at, desk }: Work): void {
  if (desk.clip === '') return;
  const { clip } = desk;
  desk.clip = '';
  if (at === 0) text.insert(text.length, `\n\n${clip}`);
  else text.insert(slideAt(model, at).range.from, `${clip.trimEnd()}\n\n`);
}

function joinSlides({ text, model, at }: Work): void {
  const { range, body } = slideAt(model, at);
  if (model.slides.length > FEWEST) text.delete(range.from, body.from - range.from);
}

/** Types a separator below the first line; what comes after it is a slide that was not there before. */
function splitSlide({ text, model, at, desk }: Work): void {
  if (model.slides.length >= MOST) return;
  const { body } = slideAt(model, at);
  const line = /^\s*[^\n]*\n/.exec(text.toString().slice(body.from, body.to))?.[0].length;
  if (line === undefined) return;
  desk.last += 1;
  text.insert(body.from + line, `\n---\n\nt${desk.last}t split\n\n`);
}

function typeWord({ text, model, at, pick }: Work): void {
  const { body } = slideAt(model, at);
  const token = text.toString().slice(body.from, body.to).match(TOKEN)?.[0] ?? '';
  const place = text.toString().indexOf(token, body.from) + token.length;
  if (token !== '') text.insert(place, oneOf(pick, [' more', ' ü', ' 🎉', '!']));
}

/** A letter too many makes a separator a line of text: two slides are one until somebody mends it. */
function damageSeparator({ text, model, at, desk }: Work): void {
  const { range, body } = slideAt(model, at);
  if (body.from === range.from) return;
  desk.last += 1;
  desk.damage.push(`x${desk.last}x`);
  text.insert(range.from + 3, `x${desk.last}x`);
}

/** Code that is not closed yet swallows all slides after it. */
function openFence({ text, model, at, desk }: Work): void {
  desk.last += 1;
  desk.damage.push(`\n\`\`\`x${desk.last}x\n`);
  text.insert(slideAt(model, at).body.to, `\n\`\`\`x${desk.last}x\n`);
}

function mend({ text, desk }: Work): void {
  for (const damage of desk.damage.splice(0)) {
    const at = text.toString().indexOf(damage);
    if (at !== -1) text.delete(at, damage.length);
  }
}

function takeBack({ page }: Work): void {
  page.undo.undo();
}

/** A slide with the separator that divides it from its neighbour. */
function wholeSlide(model: DeckModel, at: number): { readonly from: number; readonly to: number } {
  const { range } = slideAt(model, at);
  return at === 0 ? { from: range.from, to: slideAt(model, 1).body.from } : range;
}

function slideAt(model: DeckModel, at: number): Slide {
  const slide = model.slides[at] ?? model.slides[0];
  if (slide === undefined) throw new Error('A deck has at least one slide.');
  return slide;
}
