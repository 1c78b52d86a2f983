'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { Button } from '#components/ui/button.tsx';
import { whoWrote, type Share } from '#lib/history/who-wrote.ts';
import { messages } from '#lib/messages/en.ts';
import { ActLabel } from './act-label.tsx';
import { Amount } from './amount.tsx';
import type { HistoryFrame } from './history-frame.ts';
import { PutOutButton } from './put-out-button.tsx';

const words = messages.history;
/** The others are below in the timeline, too. */
const AT_FIRST = 4;

/** Whoever wrote, last first, each with what undoes it: in an emergency nothing else need be read. */
export function WhoWrotePart({ frame }: { readonly frame: HistoryFrame }) {
  const [all, setAll] = useState(false);
  const shares = whoWrote(frame.entries);
  const shown = all ? shares : shares.slice(0, AT_FIRST);
  if (shares.length === 0) return null;
  return (
    <section className="mb-10">
      <h2 className="label-caps border-b border-line pb-2">{words.people.title}</h2>
      <ul>
        {shown.map((share) => (
          <Row key={share.person.id} share={share} frame={frame} />
        ))}
      </ul>
      {shown.length < shares.length && (
        <Button tone="bare" className="-ml-2.5" onClick={() => setAll(true)}>
          {words.people.more(shares.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

function Row({ share, frame }: { readonly share: Share; readonly frame: HistoryFrame }) {
  const { person, since, sinceAt } = share;
  const undo = frame.undoOf(person, since, sinceAt);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2 text-16">
          <span className="inline-flex min-w-0 items-center gap-2 font-semibold [overflow-wrap:anywhere]">
            <PersonDot hue={person.hue} />
            {person.name}
          </span>
          {person.guest && <span className="text-14 text-soft">{words.people.guest}</span>}
          {frame.view.putOut.some(({ id }) => id === person.id) && (
            <span className="text-14 font-semibold">{words.people.isOut}</span>
          )}
        </p>
        <p className="flex flex-wrap gap-x-2 pl-4.5 text-14 text-soft">
          <Amount added={share.added} removed={share.removed} />
          <span>{words.people.edits(share.edits)}</span>
          <time dateTime={share.lastAt}>{words.people.last(frame.sayMoment(share.lastAt))}</time>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 max-tablet:w-full">
        {undo !== null && (
          <Button onClick={() => frame.onDo({ type: 'change', asked: undo })}>
            <Undo2 className="size-4" aria-hidden="true" />
            <ActLabel>{person.id === frame.view.you?.id ? words.undoYours : words.undoAll(person.name)}</ActLabel>
          </Button>
        )}
        <PutOutButton frame={frame} person={person} />
      </div>
    </li>
  );
}
