import type { Cell } from '#components/connection/cell.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { resolveCursors } from '#lib/deck/cursors.ts';
import type { Presence } from '#lib/sync/connection-status.ts';

/** People by the key of the section that their cursor stands in. This page's own is left out. */
export type SectionPeople = ReadonlyMap<string, readonly Presence[]>;

export const NOBODY_THERE: SectionPeople = new Map();

/** Tells the cell whose cursor stands in which section, until it is stopped. */
export function followSections({ connection, models }: DeckSession, people: Cell<SectionPeople>): () => void {
  const { awareness, doc } = connection;
  let told = '';
  const look = (): void => {
    const here = new Map(connection.people.getSnapshot().map((person) => [person.clientId, person]));
    const { sections } = models.getSnapshot();
    const found = new Map<string, Presence[]>();
    for (const { clientId, offset } of resolveCursors(doc, awareness)) {
      const person = here.get(clientId);
      const section = sections.find(({ range }) => range.from <= offset && offset <= range.to);
      if (person === undefined || person.own || section === undefined) continue;
      found.set(section.key, [...(found.get(section.key) ?? []), person]);
    }
    // Cursors move at every key: who is where changes far more rarely.
    const text = JSON.stringify([...found]);
    if (text === told) return;
    told = text;
    people.set(found);
  };
  awareness.on('change', look);
  look();
  return () => awareness.off('change', look);
}
