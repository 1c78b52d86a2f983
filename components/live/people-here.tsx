'use client';

import { onePerPerson } from '#components/connection/presence.tsx';
import { useStore } from '#components/connection/use-store.ts';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { messages } from '#lib/messages/en.ts';
import type { PresenterParts } from './presenter-parts.ts';

const words = messages.presenting.here;

/** Who has the deck open, how many only follow, and who said hello. */
export function PeopleHere({ parts: { session } }: { readonly parts: PresenterParts }) {
  const people = onePerPerson(useStore(session.connection.people));
  const desk = useStore(session.connection.desk);
  return (
    <div className="flex flex-col gap-2 text-16 desk:text-14">
      <ul aria-label={words.label} className="flex flex-wrap gap-x-4 gap-y-1">
        {people.map(({ clientId, name, hue, own }) => (
          <li key={clientId} className="flex min-w-0 items-center gap-1.5">
            <PersonDot hue={hue} />
            <span className="[overflow-wrap:anywhere]">{own ? messages.deck.presence.you(name) : name}</span>
          </li>
        ))}
      </ul>
      {desk !== null && <p className="tabular text-soft">{words.following(desk.following)}</p>}
      {desk !== null && desk.hellos.length > 0 && (
        <p className="[overflow-wrap:anywhere]">
          <span className="text-soft">{`${words.hellos}: `}</span>
          {desk.hellos.map(({ name }) => name).join(', ')}
        </p>
      )}
    </div>
  );
}
