import { expect, it } from 'vitest';
import { placeSections } from '#lib/sections/place-sections.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import { presentDeck } from '#lib/present/present-deck.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { sourceMeasures } from './source-measures.ts';

it('a slide of which something is not shown is too large in the text, too', () => {
  const deck = parseDeck('# One\n\nHost: @todo\n\n- words\n\n---\n\n# Two\n');
  const sections = placeSections(deck, EMPTY_ORDER, []);
  const shown = presentDeck({
    model: deck,
    sections,
    title: null,
    call: { date: '2026-12-17', title: '', series: '' },
    template: null,
  });
  const [one, two] = shown.model.slides;
  expect(one?.hash).not.toBe(deck.slides[0]?.hash);
  const measures = [one, two].map((slide) => ({ hash: slide?.hash ?? '', tall: 12, wide: 0 }));
  expect(sourceMeasures(measures, shown, deck).map(({ hash }) => hash)).toEqual(deck.slides.map(({ hash }) => hash));
});
