/** A deck that tries to run, load, leave, cover or break something. */
export interface HostileDeck {
  readonly name: string;
  readonly text: string;
}

/** Where an attack sends what it finds: a request to it is harm. */
export const EVIL = 'https://evil.example';

/** What an attack runs: a mark on every window it reaches, and a dialog. */
export const RUN = 'window.pwned=1;top.pwned=1;alert(1)';

/** What follows each attack. It must stay reachable, whatever stands before it. */
export const HARMLESS_SLIDE = '\n\n---\n\n# Harmless\n';

/** Decks of two slides from attacks by name: the attack and a harmless one. */
export function slideDecks(group: string, attacks: Readonly<Record<string, string>>): readonly HostileDeck[] {
  return Object.entries(attacks).map(([name, attack]) => ({
    name: `${group}: ${name}`,
    text: attack + HARMLESS_SLIDE,
  }));
}

/** Decks whose attack is what stands between the two fences at their top. */
export function frontMatterDecks(group: string, attacks: Readonly<Record<string, string>>): readonly HostileDeck[] {
  return Object.entries(attacks).map(([name, yaml]) => ({
    name: `${group}: ${name}`,
    text: `---\n${yaml}\n---\n\n# x${HARMLESS_SLIDE}`,
  }));
}
