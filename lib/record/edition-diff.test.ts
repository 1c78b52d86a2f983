import { describe, expect, it } from 'vitest';

import { parseDeck } from '#lib/slides/parse-deck.ts';

import { buildEdition } from './build-edition.ts';
import type { EditionText } from './correct-sections.ts';
import { diffEditions, nearestPlace } from './edition-diff.ts';

function edition(text: string): EditionText {
  const { content } = buildEdition({
    kind: 'slides',
    title: 'Harbour call',
    startsAt: new Date(0),
    timeZone: 'UTC',
    hasTime: true,
    model: parseDeck(text),
    anchorOf: null,
    sections: null,
    assets: {},
    provenance: { type: 'call', deck: 'abc', epoch: 1, seq: 7, endedAt: '2026-05-07T14:00:00.000Z' },
  });
  return { text, content };
}

const first = edition('# Pier\n\n- One crane\n\n----\n\n- Paint\n\n---\n\n# Lights\n\n- All burn\n\n---\n\n# Events\n');
const second = edition(
  '# Pier\n\n- Two cranes\n\n---\n\n# Lights\n\n- All burn\n\n----\n\n- A new one\n\n---\n\n# Events\n',
);

const told = (earlier: EditionText, later: EditionText) =>
  diffEditions(earlier, later).map(({ key, slides }) => [key, ...slides.map((slide) => `${slide.type} ${slide.key}`)]);

describe('the difference of two editions', () => {
  it('is nothing where the words are the same, however they stand', () => {
    expect(diffEditions(first, first)).toEqual([]);
    const moved = edition(`---\ntitle: x\n---\n\n${first.text.replace('---\n\n# Lights', '---  \n\n# Lights')}`);
    expect(diffEditions(first, moved)).toEqual([]);
  });

  it('tells section by section which slides are new, changed and removed', () => {
    expect(told(first, second)).toEqual([
      ['pier', 'changed 1', 'removed 2'],
      ['lights', 'new 2'],
    ]);
    expect(diffEditions(first, second)[0]?.slides[0]).toMatchObject({
      heading: 'Pier',
      before: '# Pier\n\n- One crane\n',
      after: '# Pier\n\n- Two cranes\n',
    });
  });

  it('tells of a section that is gone as a whole', () => {
    const gone = edition('# Pier\n\n- One crane\n\n----\n\n- Paint\n\n---\n\n# Events\n');
    expect(told(first, gone)).toEqual([['lights', 'removed 1']]);
    expect(diffEditions(first, gone)[0]?.title).toBe('Lights');
  });
});

describe('where a slide would be that an edition does not have', () => {
  it('is the one before it that is still there, else the beginning', () => {
    expect(nearestPlace(first, second, 1)).toBe(0);
    expect(nearestPlace(first, second, 3)).toBe(3);
    expect(nearestPlace(first, edition('# Other\n'), 2)).toBe(0);
    expect(nearestPlace(first, edition('# Other\n\n---\n\n# Lights\n\n- None burn\n'), 2)).toBe(1);
  });
});
