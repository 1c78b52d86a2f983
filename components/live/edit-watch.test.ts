import { describe, expect, it } from 'vitest';
import { Cell } from '#components/connection/cell.ts';
import { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { PresentationStore } from '#components/connection/presentation-store.ts';
import { SectionsStore } from '#components/connection/sections-store.ts';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { firstLiveState, type LiveState } from '#lib/live/live-state.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import { EditWatch } from './edit-watch.ts';
import { placeOf } from './live-place.ts';

const DECK = ['# Welcome', '# Team Ops', '# Docs'].join('\n\n---\n\n');

function watching() {
  const doc = createDeckDoc();
  const text = deckText(doc);
  text.insert(0, DECK);
  const models = new DeckModelStore('', () => () => undefined);
  models.attach(text);
  const live = new Cell<LiveState | null>(null);
  const sections = new SectionsStore(models, EMPTY_ORDER);
  const presentation = new PresentationStore(models, sections, { call: null, template: null });
  const watch = new EditWatch({ connection: { doc, live }, models, presentation });
  watch.listen();
  const show = (slide: number, change: Partial<LiveState> = {}) => {
    const place = placeOf(doc, models.refresh(), { slide, fragment: -1, generated: null });
    live.set({ ...firstLiveState('2026-11-27T15:00:00Z'), position: { ...place, seq: 1 }, ...change });
  };
  const type = (before: string, words: string) => {
    text.insert(text.toJSON().indexOf(before), words);
    models.refresh();
  };
  return { watch, show, type, live, edited: () => watch.getSnapshot() };
}

describe('a slide that is edited while on screen', () => {
  it('is told until the presenter moves on', () => {
    const { show, type, edited } = watching();
    show(1);
    type('Team Ops', 'The ');
    const told = edited();
    show(2);
    expect([told, edited()]).toEqual([true, false]);
  });

  it('is told until it is put away, and again at the next edit', () => {
    const { watch, show, type, edited } = watching();
    show(1);
    type('Team Ops', 'a');
    watch.putAway();
    const after = edited();
    type('Team Ops', 'b');
    expect([after, edited()]).toEqual([false, true]);
  });

  it('is not one whose neighbours were edited, though its number changed', () => {
    const { show, type, edited } = watching();
    show(1);
    type('# Welcome', '# First of all\n\n---\n\n');
    type('Docs', 'New ');
    expect(edited()).toBe(false);
  });

  it('is not the first slide that a call begins with', () => {
    const { live, edited } = watching();
    live.set(firstLiveState('2026-11-27T15:00:00Z'));
    expect(edited()).toBe(false);
  });

  it('is not one that stands in for another', () => {
    const { show, edited } = watching();
    show(1);
    show(2, { gone: 'Team Ops' });
    expect(edited()).toBe(false);
  });
});
