import { HARMLESS_SLIDE, type HostileDeck } from './hostile-deck.ts';

/** Steps on one slide that people would not go through one by one. */
const MANY_STEPS = 50;
/** Well below what an import takes. */
const MOST_CHARACTERS = 400_000;

/**
 * The decks as few: attacks on slides together, so many a deck, with one harmless slide at the end; those on front matter, and those
 * that no series of presses gets past, one by one.
 */
export function joinedDecks(decks: readonly HostileDeck[], slides: number): readonly HostileDeck[] {
  const alone = decks.filter(({ text }) => standsAlone(text));
  const rest = decks.filter(({ text }) => !standsAlone(text));
  const groups: HostileDeck[][] = [];
  for (const deck of rest) {
    const group = groups.at(-1);
    const full = group === undefined || group.length >= slides || lengthOf(group) + deck.text.length > MOST_CHARACTERS;
    if (full) groups.push([deck]);
    else group.push(deck);
  }
  return [...groups.map((group) => joined(group)), ...alone];
}

function lengthOf(group: readonly HostileDeck[]): number {
  return group.reduce((sum, { text }) => sum + text.length, 0);
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
