import type * as Y from 'yjs';
import { chance } from '#e2e/harness/chance.ts';
import { anchorAt } from '#lib/deck/anchor.ts';
import { resolveAnchors } from '#lib/deck/anchors.ts';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { headingLine } from '#lib/sections/heading-line.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

const SLIDES = 600;
const SLIDES_A_SECTION = 20;
const EDITS = 2_000;
const KEYS = 400;

/** Milliseconds that finding the sections again takes after a key in a long, much edited deck, on top of reading it. */
export function measureFinding(): readonly number[] {
  const random = chance(20_261_126);
  const doc = muchEdited(random);
  const first = parseDeck(readDeckText(doc));
  const order = orderOf(doc, first);
  const known = knownHeadings(order);
  const text = deckText(doc);
  let model = parseDeck(readDeckText(doc), first, known);
  const times: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    text.insert(random(text.length), 'x');
    model = parseDeck(readDeckText(doc), model, known);
    const began = performance.now();
    const offsets = resolveAnchors(
      doc,
      order.sections.map(({ anchor }) => anchor),
    );
    placeSections(model, order, offsets);
    times.push(performance.now() - began);
  }
  return times;
}

function muchEdited(random: ReturnType<typeof chance>): Y.Doc {
  const doc = createDeckDoc();
  const text = deckText(doc);
  const slides = Array.from({ length: SLIDES }, (_, index) =>
    index % SLIDES_A_SECTION === 0
      ? `# Team ${index / SLIDES_A_SECTION}\n\n- a point\n`
      : `## Slide ${index}\n\n- another point\n`,
  );
  text.insert(
    0,
    slides
      .map((slide, index) => (index === 0 ? slide : `${index % SLIDES_A_SECTION === 0 ? '---' : '----'}\n\n${slide}`))
      .join('\n'),
  );
  // Edits in lines of points: the slides stay what they are, and the text is of many pieces.
  for (let edit = 0; edit < EDITS; edit++) {
    const at = text.toString().indexOf('point', random(text.length));
    if (at !== -1) text.insert(at, 'w');
  }
  return doc;
}

function orderOf(doc: Y.Doc, model: DeckModel): RunningOrder {
  const sections = model.sections.map((section, position) => ({
    id: String(position),
    anchor: anchorAt(doc, headingLine(model, section).letter),
    title: section.title,
    position,
    team: null,
    reporter: null,
    deputy: null,
    status: 'draft' as const,
    skipped: false,
    plannedSeconds: null,
    changed: null,
  }));
  const teams = model.sections.map(({ title }, index) => ({
    id: `t${index}`,
    slug: `t${index}`,
    name: title,
    hue: 1,
    members: [],
  }));
  return {
    teams,
    headings: model.sections.map(({ title }, index) => ({ folded: title.toLowerCase(), team: `t${index}` })),
    sections,
    title: null,
  };
}
