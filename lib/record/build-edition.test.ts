import { describe, expect, it } from 'vitest';

import { parseDeck } from '#lib/slides/parse-deck.ts';

import { buildEdition } from './build-edition.ts';
import { editionContentSchema } from './edition.ts';

const TEXT = `---
title: Harbour call
---

Fog this morning.

---

# Pier team

- One crane **repaired**
<!-- hidden -->

----

## Next steps

note: mention the ferry

---

# Events
`;

const built = buildEdition({
  kind: 'slides',
  title: 'Harbour call',
  startsAt: new Date('2026-05-07T13:05:00Z'),
  timeZone: 'Europe/Berlin',
  hasTime: true,
  model: parseDeck(TEXT),
  anchorOf: (slide) => `anchor-${slide}`,
  sections: null,
  assets: {},
  provenance: { type: 'call', deck: 'abc', epoch: 1, seq: 7, endedAt: '2026-05-07T14:00:00.000Z' },
});

describe('an edition', () => {
  it('is of format 1', () => {
    expect(editionContentSchema.parse(built.content)).toEqual(built.content);
  });

  it('gives each slide a key within its section', () => {
    expect(built.content.slides.map((slide) => `${slide.section}/${slide.key}`)).toEqual([
      'start/1',
      'pier-team/1',
      'pier-team/2',
      'events/1',
    ]);
  });

  it('knows where each slide stands in what was presented, and its anchor there', () => {
    const [, pier] = built.content.slides;
    expect(TEXT.slice(pier?.from, pier?.to)).toContain('# Pier team');
    expect(pier?.anchor).toBe('anchor-1');
  });

  it('keeps the words of each slide for search, with its speaker notes and without what is hidden', () => {
    expect(built.slides.map((slide) => slide.text)).toEqual([
      'Fog this morning.',
      'Pier team\nOne crane repaired',
      'Next steps\nmention the ferry',
      'Events',
    ]);
    expect(built.slides.map((slide) => slide.heading)).toEqual(['', 'Pier team', 'Next steps', 'Events']);
  });

  it('holds nothing that Postgres refuses, whatever was typed', () => {
    const text = '# a\0b \uD800\n\n\0 c ![](/uploads/x\0y.png)\n';
    const odd = buildEdition({
      kind: 'slides',
      title: 'Odd',
      startsAt: new Date(0),
      timeZone: 'UTC',
      hasTime: true,
      model: parseDeck(text),
      anchorOf: null,
      sections: null,
      assets: { '/uploads/x\0y.png': null },
      provenance: { type: 'call', deck: 'abc', epoch: 1, seq: 7, endedAt: '2026-05-07T14:00:00.000Z' },
    });
    expect(JSON.stringify(odd)).not.toMatch(/\\u0000|\\ud800/);
    expect(odd.content.slides[0]?.heading).toBe('a\uFFFDb \uFFFD');
    expect(Object.keys(odd.content.assets)).toEqual(['/uploads/x\uFFFDy.png']);
  });
});
