'use client';

import { PersonDot } from '#components/frame/person-dot.tsx';
import { messages } from '#lib/messages/en.ts';
import type { Presence as Present } from '#lib/sync/connection-status.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { useStore } from './use-store.ts';

const words = messages.deck.presence;
const MOST_NAMES = 4;

/** Who has this deck open, one name a person however many tabs they have. */
export function Presence({ people }: { readonly people: ExternalStore<readonly Present[]> }) {
  const here = onePerPerson(useStore(people));
  const rest = here.length - MOST_NAMES;
  const names = here.map((person) => (person.own ? words.you(person.name) : person.name));
  return (
    <ul
      aria-label={words.label}
      title={words.all(names)}
      className="flex min-w-0 items-center gap-3 overflow-hidden text-14"
    >
      {here.slice(0, MOST_NAMES).map((person) => (
        <li key={person.clientId} className="flex min-w-0 items-center gap-1.5">
          <PersonDot hue={person.hue} />
          <span className="max-w-[14ch] truncate max-desk:sr-only">{person.name}</span>
        </li>
      ))}
      {rest > 0 && <li className="tabular shrink-0 text-soft">{words.more(rest)}</li>}
    </ul>
  );
}

/** This person first, so that one's own name stays where it is while others come and go. */
export function onePerPerson(people: readonly Present[]): readonly Present[] {
  const seen = new Set<string>();
  const own = people.filter((person) => person.own);
  return [...own, ...people.filter((person) => !person.own)].filter((person) => {
    const key = person.personId ?? `client ${person.clientId}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
