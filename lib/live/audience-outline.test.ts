import { describe, expect, it } from 'vitest';
import { presentDeck } from '#lib/present/present-deck.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { SectionRow } from '#lib/sections/running-order.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { outlineOf, partAt, partsBefore } from './audience-outline.ts';

const DECK = ['opening words', '# Welcome', '# Team Ops', '## Status', '# Docs', '# Goodbye'];
const eli = { id: 'eli', name: 'Eli', handle: null, hue: 1 };
const kim = { id: 'kim', name: 'Kim', handle: null, hue: 2 };

function row(title: string, over: Partial<SectionRow>): SectionRow {
  const unknown = { team: null, reporter: null, deputy: null, skipped: false, plannedSeconds: null, changed: null };
  return { id: title, anchor: '', title, position: 0, status: 'draft', ...unknown, ...over };
}

/** A deck of which Docs has nothing this time: the agenda that says so comes after the first section. */
function outline() {
  const text = DECK.join('\n\n---\n\n').replace('---\n\n## Status', '----\n\n## Status');
  const model = parseDeck(text);
  const sections: readonly PlacedSection[] = model.sections.map((section) => ({
    section,
    team: null,
    row: row(section.title, {
      ...(section.title === 'Team Ops' ? { reporter: eli } : {}),
      ...(section.title === 'Goodbye' ? { deputy: kim } : {}),
      ...(section.title === 'Docs' ? { status: 'nothing' } : {}),
    }),
  }));
  const call = { date: '2026-12-17', title: 'Call', series: 'Harbour' };
  return outlineOf(presentDeck({ model, sections, call, title: null, template: null }), sections);
}

describe('the sections that the audience sees go by', () => {
  it('are those of which slides are shown, by the numbers that are on the stage', () => {
    expect(outline().map(({ title, fromSlide, toSlide }) => [title, fromSlide, toSlide])).toEqual([
      ['', 0, 2],
      ['Welcome', 2, 3],
      ['Team Ops', 3, 5],
      ['Goodbye', 5, 6],
    ]);
  });

  it('are counted when they have a title', () => {
    const found = partAt(outline(), 4);
    expect([found?.part.title, found?.part.reporter, found?.number, found?.of]).toEqual(['Team Ops', 'Eli', 2, 3]);
    expect(partAt(outline(), 0)).toBeNull();
    expect(partAt(outline(), 5)?.part.reporter).toBe('Kim stands in');
  });

  it('were missed when they were over', () => {
    const titles = (slide: number) => partsBefore(outline(), slide).map(({ title }) => title);
    expect([titles(0), titles(2), titles(4), titles(5)]).toEqual([[], [], ['Welcome'], ['Welcome', 'Team Ops']]);
  });
});
