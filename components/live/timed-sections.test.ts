import { describe, expect, it } from 'vitest';
import { presentDeck } from '#lib/present/present-deck.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { RunningOrder, SectionRow } from '#lib/sections/running-order.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { usualKey } from '#lib/sections/usual-time.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { timedSections, writtenSections } from './timed-sections.ts';

const TEMPLATE = '# {{title}}\n\n---\n\n# Team Quay\n\n- What is new?\n\n---\n\n# Team Lights\n\n- What is new?\n';
const TEXT = `# Harbour call

## 2026-12-03

---

# Team Quay

- What is new?

---

# Team Lights

Report by @eli

- What is new?

---

# Team Ops

<!-- only for us -->

----

## Pumps

- All run

---

# Goodbye
`;

const TEAMS = ['Team Quay', 'Team Lights', 'Team Ops'];

const row = (title: string, position: number, more: Partial<SectionRow> = {}): SectionRow => ({
  id: title,
  anchor: '',
  title,
  position,
  team: null,
  reporter: null,
  deputy: null,
  status: 'empty',
  skipped: false,
  plannedSeconds: null,
  changed: null,
  ...more,
});

function harbour(rows: readonly SectionRow[]) {
  const order: RunningOrder = {
    teams: TEAMS.map((name) => ({ id: name, slug: name, name, hue: 10, members: [] })),
    headings: TEAMS.map((name) => ({ folded: foldHeading(name), team: name })),
    sections: [...rows],
    title: null,
  };
  const known = knownHeadings(order);
  const model = parseDeck(TEXT, undefined, known);
  const placed = placeSections(model, order, []);
  const call = { date: '2026-12-03', title: 'Harbour call', series: 'Harbour' };
  const presentation = presentDeck({
    model,
    sections: placed,
    call,
    title: null,
    template: parseDeck(TEMPLATE, undefined, known),
  });
  return { placed, presentation };
}

describe('a section that has something to show', () => {
  it('has more on its slides than headings, who reports, and what the template asked for', () => {
    const { placed, presentation } = harbour([]);
    const written = writtenSections(placed, presentation);
    expect(placed.filter((_each, index) => written[index]).map(({ section }) => section.title)).toEqual(['Team Ops']);
  });

  it('is one that somebody wrote in or called ready, whatever its slides say', () => {
    const { placed, presentation } = harbour([
      row('Team Quay', 1, { status: 'draft' }),
      row('Goodbye', 4, { status: 'ready' }),
    ]);
    expect(writtenSections(placed, presentation)).toEqual([false, true, false, true, true]);
  });
});

it('gives each section its times in seconds', () => {
  const { placed, presentation } = harbour([
    row('Team Quay', 1, { plannedSeconds: 240 }),
    row('Team Ops', 3, { skipped: true }),
  ]);
  const sections = timedSections({
    placed,
    written: writtenSections(placed, presentation),
    usual: { [usualKey('Team Ops', '')]: 90 },
    spent: { 'Team Quay': 61_500, other: 5 },
  });
  expect(sections[1]).toEqual({ planned: 240, usual: null, leftOut: false, written: false, spent: 61.5 });
  expect(sections[3]).toMatchObject({ planned: null, usual: 90, leftOut: true, spent: 0 });
});
