import type { DeckModel, TextEdit } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { sameAddress } from './plain-address.ts';
import { slideSight, type SeenPicture } from './slide-sight.ts';

/** What must be so after an edit; everything else must be as it was. */
export interface Outcome {
  /** The slide whose pictures or attributes change. */
  readonly slide: number;
  readonly pictures: readonly SeenPicture[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly slideOptions: Readonly<Record<string, unknown>>;
}

/** What is so now. */
export function outcomeNow(model: DeckModel, slide: number): Outcome {
  const { source = '', attributes = {} } = model.slides[slide] ?? {};
  return {
    slide,
    pictures: slideSight(source).pictures,
    attributes,
    slideOptions: { ...model.frontMatter.slideOptions },
  };
}

/**
 * The first of several ways to write a change that does just what was meant: read again, the deck must show the outcome and besides
 * it the same words, slides and notes as before. Null when none does.
 */
export function firstHeld(
  model: DeckModel,
  ways: Iterable<readonly TextEdit[]>,
  outcome: Outcome,
): readonly TextEdit[] | null {
  const words = slideSight(model.slides[outcome.slide]?.source ?? '').words;
  for (const way of ways) {
    const edits = inOrder(way);
    if (edits === null) continue;
    const after = parseDeck(applyEdits(model.text, edits), model);
    if (holds(model, after, outcome) && slideHolds(after, outcome, words)) return edits;
  }
  return null;
}

/** The text with these edits, which are in order and apart. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/** Edits in the order of the text, neighbours as one; null when two of them are about the same words. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const result: TextEdit[] = [];
  for (const edit of edits.toSorted((left, right) => left.from - right.from || left.to - right.to)) {
    const last = result.at(-1);
    if (last !== undefined && edit.from < last.to) return null;
    if (last !== undefined && edit.from === last.to) result.pop();
    result.push(
      last !== undefined && edit.from === last.to
        ? { from: last.from, to: edit.to, insert: last.insert + edit.insert }
        : edit,
    );
  }
  return result.filter(({ from, to, insert }) => from < to || insert !== '');
}

function holds(before: DeckModel, after: DeckModel, { slide, slideOptions }: Outcome): boolean {
  const same = after.slides.every(
    ({ hash, h, v, notes }, at) =>
      (at === slide ? notes === before.slides[at]?.notes : hash === before.slides[at]?.hash) &&
      h === before.slides[at]?.h &&
      v === before.slides[at]?.v,
  );
  return (
    same &&
    after.slides.length === before.slides.length &&
    sorted({ ...after.frontMatter }) === sorted({ ...before.frontMatter, slideOptions })
  );
}

function slideHolds(after: DeckModel, { slide, pictures, attributes }: Outcome, words: string): boolean {
  const now = after.slides[slide];
  if (now === undefined || sorted(now.attributes) !== sorted(attributes)) return false;
  const sight = slideSight(now.source);
  return sight.words === words && samePictures(sight.pictures, pictures);
}

/** One that was put into the text may stand before or behind others. */
function samePictures(one: readonly SeenPicture[], other: readonly SeenPicture[]): boolean {
  const left = [...other];
  return (
    one.length === other.length &&
    one.every((picture) => {
      const at = left.findIndex((each) => samePicture(each, picture));
      if (at !== -1) left.splice(at, 1);
      return at !== -1;
    })
  );
}

function samePicture(one: SeenPicture, other: SeenPicture): boolean {
  return (
    one.alt === other.alt &&
    one.width === other.width &&
    one.height === other.height &&
    sameAddress(one.address, other.address)
  );
}

/** A mapping as text that does not depend on the order of its keys. */
function sorted(value: object): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
