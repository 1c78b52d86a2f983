import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { TitlePicture } from '#lib/pictures/title-picture.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import type { RunningOrder, SectionRow } from '#lib/sections/running-order.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { slideRenderer } from '#lib/render/render-slide.ts';
import { presentDeck, type Presentation } from './present-deck.ts';

const DECK = `---
title: Harbour call
---

# Harbour call

## 202X-XX-XX

---

# Team Ops

Report by @todo

- the crane was mended
- @todo

----

## Subtopic 1

- One
- Two

---

# Team Docs

*Report by @bo*

- knots

---

# Goodbye
`;
const TEMPLATE =
  '# Harbour call\n\n---\n\n# Team Ops\n\nReport by @todo\n\n----\n\n## Subtopic 1\n\n- One\n- Two\n\n---\n\n# Goodbye\n';
const ADA = { id: 'ada', name: 'Ada *L*', handle: 'ada', hue: 1 };
const TEAMS = [
  { id: 'ops', slug: 'ops', name: 'Team Ops', hue: 1, members: [] },
  { id: 'docs', slug: 'docs', name: 'Team Docs', hue: 2, members: [] },
];
const HEADINGS = [
  { folded: 'team ops', team: 'ops' },
  { folded: 'team docs', team: 'docs' },
];

function row(title: string, parts: Partial<SectionRow> = {}): SectionRow {
  return {
    id: title,
    anchor: '',
    title,
    position: 0,
    team: null,
    reporter: null,
    deputy: null,
    status: 'empty',
    skipped: false,
    plannedSeconds: null,
    changed: null,
    ...parts,
  };
}

function present(
  text: string,
  rows: readonly SectionRow[],
  template: string | null = TEMPLATE,
  title: TitlePicture | null = null,
): Presentation {
  const order: RunningOrder = { teams: TEAMS, headings: HEADINGS, sections: [...rows], title };
  const known = knownHeadings(order);
  const model = parseDeck(text, undefined, known);
  return presentDeck({
    model,
    sections: placeSections(model, order, []),
    title,
    call: { date: '2026-12-17', title: 'Harbour call', series: 'Harbour' },
    template: template === null ? null : parseDeck(template, undefined, known),
  });
}

const headings = ({ model }: Presentation): readonly string[] =>
  model.slides.map(({ headings: [first] }) => first?.text ?? '');

describe('what is on the slides', () => {
  it('is the deck itself where rows and template have nothing to say', () => {
    const text = '# Hello\n\nReport by @bo\n\n---\n\n# Team Docs\n\nwords `@todo`\n\n```\n@todo\n```\n';
    const model = parseDeck(text);
    const shown = presentDeck({
      model,
      sections: placeSections(model, EMPTY_ORDER, []),
      title: null,
      call: { date: '2026-12-17', title: 'x', series: 'y' },
      template: null,
    });
    expect(shown.model).toBe(model);
    expect(shown.toSource(1)).toEqual({ slide: 1, generated: null });
  });

  it.each([
    ['nothing', '# Harbour call\n\nWelcome\n'],
    [
      'another, by hand',
      '<!-- .slide: class="big" data-background="old.png" data-background-opacity=".2" -->\n\n# Harbour call\n\nWelcome\n',
    ],
    [
      'it, with notes',
      '# Harbour call\n\nWelcome\n\n<!-- .slide: data-background-image="b.png" -->\n\nNote: breathe\n',
    ],
  ])('opens with the title picture where there was %s', (_, text) => {
    const title = { reference: 'assets/0123456789abcdef.jpg', credit: 'Ada *L*', shows: 45 };
    const [slide, ...others] = present(`${text}\n---\n\n# Team Ops\n`, [], null, title).model.slides;
    if (slide === undefined) throw new Error('no slide is left');
    const { attributes, notes, source } = slide;
    expect(attributes).toMatchObject({
      'data-background-image': title.reference,
      'data-background-opacity': '0.45',
      'data-background-size': 'cover',
    });
    expect(attributes['data-background']).toBeUndefined();
    expect(attributes['class']).toBe(text.includes('big') ? 'big' : undefined);
    expect(notes.trim()).toBe(text.includes('Note:') ? 'breathe' : '');
    expect(slideRenderer({ breaks: true })(source)).toContain('<small>Picture: Ada *L*</small>');
    expect(slide.headings.map(({ text: words }) => words)).toEqual(['Harbour call']);
    expect(others.map(({ headings: [first] }) => first?.text)).toEqual(['Team Ops']);
  });

  it('is nothing that waits to be filled in, and the date of the call', () => {
    const { model } = present(DECK, []);
    expect(model.text).not.toMatch(/todo|XX|One|Subtopic/);
    expect(model.text).toContain('## 2026-12-17');
    expect(model.text).toContain('- the crane was mended');
    expect(headings({ model } as Presentation)).toEqual(['Harbour call', 'Team Ops', 'Team Docs', 'Goodbye']);
  });

  it('names who reports as the row says, once', () => {
    const { model } = present(DECK, [
      row('Team Ops', { reporter: ADA }),
      row('Team Docs', { reporter: ADA }),
      row('Goodbye', { reporter: ADA }),
    ]);
    expect(model.text.match(/Report by/g)).toHaveLength(3);
    expect(model.text).not.toContain('@bo');
    expect(model.text).toContain('Report by **Ada \\*L\\*** (\\@ada)');
  });

  it('keeps what was written by hand while the row says nobody', () => {
    expect(present(DECK, []).model.text).toContain('*Report by @bo*');
  });

  it('has what is left out as one line of an agenda that it makes', () => {
    const shown = present(DECK, [row('Team Ops', { status: 'nothing' }), row('Goodbye', { skipped: true })]);
    expect(headings(shown)).toEqual(['Harbour call', 'Agenda', 'Team Docs']);
    expect(shown.model.text).toContain('Nothing this time: Team Ops – Not today: Goodbye');
    expect([0, 1, 2].map((slide) => shown.toSource(slide))).toEqual([
      { slide: 0, generated: null },
      { slide: 0, generated: 'agenda' },
      { slide: 3, generated: null },
    ]);
    // Who stood on a slide that is left out stands on the next one.
    expect(shown.toPresented({ slide: 1, generated: null })).toBe(2);
    expect(shown.toPresented({ slide: 4, generated: null })).toBe(2);
  });

  it('has it on the agenda that the deck has', () => {
    const text = '# Hello\n\n---\n\n# Agenda\n\n- all\n\n---\n\n# Team Ops\n\n----\n\n## more\n\n---\n\n# Bye';
    const shown = present(text, [row('Team Ops', { status: 'nothing' })], null);
    expect(headings(shown)).toEqual(['Hello', 'Agenda', 'Bye']);
    expect(shown.model.slides[1]?.source).toContain('Nothing this time: Team Ops');
  });

  it('is everything when everything would be left out', () => {
    const text = '# Team Ops\n\n---\n\n# Team Docs\n';
    const shown = present(text, [row('Team Ops', { status: 'nothing' }), row('Team Docs', { skipped: true })], null);
    expect(headings(shown)).toEqual(['Team Ops', 'Team Docs']);
  });

  it('brings up what stands below something that is left out', () => {
    const text = '# A\n\n---\n\n# Team Ops\n\n----\n\n# Team Docs\n\n----\n\n## b\n';
    const shown = present(text, [row('Team Ops', { skipped: true })], null);
    expect(shown.model.slides.map(({ v }) => v)).toEqual([0, 0, 0, 1]);
  });

  it('leads there and back, whatever the deck', () => {
    const line = fc.constantFrom(
      '# Team Ops',
      '# Team Docs',
      '## x',
      'words',
      '- @todo',
      '{{reporter}}',
      '---',
      '----',
      '',
      '',
      '```',
      '<!--',
      '-->',
      'Report by',
      'Note: n',
      '{{date}} 202X-XX-XX',
    );
    const status = fc.constantFrom('empty', 'nothing', 'ready');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), status, fc.boolean(), (lines, ops, skipped) => {
        const shown = present(lines.join('\n'), [
          row('Team Ops', { status: ops }),
          row('Team Docs', { skipped, reporter: ADA }),
        ]);
        const { slides } = shown.model;
        return slides.every((_, index) => shown.toPresented(shown.toSource(index)) === index);
      }),
      { numRuns: 500 },
    );
  });
});
