import { randomUUID } from 'node:crypto';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import type { OrderedDeck, SectionFinding, SectionFindings, SectionRows } from '#server/sections/section-rows.ts';
import type { StoredOrder, StoredSection } from '#server/sections/stored-order.ts';

/** Sections that live as long as the test, of any deck; `teams` and `headings` are those of the one series. */
export function memorySectionRows(
  series: Pick<RunningOrder, 'teams' | 'headings'> = { teams: [], headings: [] },
): SectionRows {
  const decks = new Map<string, StoredOrder>();
  const orderOf = ({ deckId }: OrderedDeck): StoredOrder =>
    decks.get(deckId) ?? { ...series, title: null, version: 0, seq: 0, sections: [] };
  return {
    load: (deck) => Promise.resolve(orderOf(deck)),
    save: (deck, findings) => {
      const before = orderOf(deck);
      if (before.version !== findings.over) return Promise.resolve(null);
      const after = {
        ...before,
        version: before.version + 1,
        seq: findings.seq,
        sections: sectionsAfter(before, findings),
      };
      decks.set(deck.deckId, after);
      return Promise.resolve(after);
    },
  };
}

function sectionsAfter({ sections }: StoredOrder, { findings }: SectionFindings): readonly StoredSection[] {
  const found = new Map(findings.flatMap((finding) => (finding.id === null ? [] : [[finding.id, finding] as const])));
  const changed = sections.map((section) => {
    const finding = found.get(section.id);
    return finding === undefined ? section : { ...section, ...partsOf(finding, section) };
  });
  const fresh = findings
    .filter(({ id }) => id === null)
    .map((finding) => ({ ...NEW, id: randomUUID(), ...partsOf(finding, NEW) }));
  return [...changed, ...fresh].toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

function partsOf(
  { anchor, title, position, words, gone, drafted, changed }: SectionFinding,
  before: Pick<StoredSection, 'status' | 'changed'>,
) {
  return {
    anchor,
    title,
    position,
    words,
    gone,
    status: drafted && before.status === 'empty' ? ('draft' as const) : before.status,
    changed: changed === null ? before.changed : { at: changed.at.toISOString(), by: changed.personId },
  };
}

const NEW: StoredSection = {
  id: '',
  anchor: '',
  title: '',
  position: 0,
  words: [],
  gone: false,
  team: null,
  reporter: null,
  deputy: null,
  status: 'empty',
  skipped: false,
  plannedSeconds: null,
  changed: null,
};
