import { HARMLESS_SLIDE, type HostileDeck } from './hostile-deck.ts';

/** Steps on one slide that people would not go through one by one. */
const MANY_STEPS = 50;

/**
 * The decks as few: attacks on slides together, so many a deck, with one harmless slide at the end; those on front matter, and those
 * that no series of presses gets past, one by one.
 */
export function joinedDecks(decks: readonly HostileDeck[], slides: number): readonly HostileDeck[] {
  const alone = decks.filter(({ text }) => standsAlone(text));
  const rest = decks.filter(({ text }) => !standsAlone(text));
  const groups = Array.from({ length: Math.ceil(rest.length / slides) }, (_, index) =>
    rest.slice(index * slides, (index + 1) * slides),
  );
  return [...groups.map((group) => joined(group)), ...alone];
}

function standsAlone(text: string): boolean {
  return text.startsWith('---\n') || text.split('fragment').length > MANY_STEPS;
}

function joined(group: readonly HostileDeck[]): HostileDeck {
  const attacks = group.map(({ text }) => text.slice(0, -HARMLESS_SLIDE.length));
  return {
    name: `${group[0]?.name ?? ''} … ${group.at(-1)?.name ?? ''}`,
    text: `# Begin\n\n---\n\n${attacks.join('\n\n---\n\n')}${HARMLESS_SLIDE}`,
  };
}
