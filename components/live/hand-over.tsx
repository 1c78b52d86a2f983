'use client';

import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import type { LivePerson, LiveState } from '#lib/live/live-state.ts';
import { messages } from '#lib/messages/en.ts';
import { batonOf, receivers, whoPresents, type Baton } from './baton.ts';
import type { PresenterParts } from './presenter-parts.ts';

const words = messages.presenting.hand;

/** Who presents, and how that changes: hand it over, ask for it, take it over. */
export function HandOver({ parts }: { readonly parts: PresenterParts }) {
  const { session, view } = parts;
  const live = useStore(session.connection.live);
  const here = useStore(session.connection.people);
  if (live === null) return null;
  const baton = batonOf(live, view.person?.id ?? null);
  const gives = baton.type === 'mine' || view.may.takeOver;
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="flex w-full flex-wrap items-center justify-between gap-2">
        <StatusMark status="live">{whoPresents(baton)}</StatusMark>
        <Own parts={parts} baton={baton} />
      </div>
      {gives && <Receivers parts={parts} people={receivers(live, here)} />}
      {view.may.takeOver && <Hold parts={parts} live={live} />}
    </div>
  );
}

/** What this person can do about it. Asking is in the bar, where it is seen without this. */
function Own({ parts: { session, view }, baton }: { readonly parts: PresenterParts; readonly baton: Baton }) {
  const { connection } = session;
  if (baton.type === 'mine')
    return <Button onClick={() => connection.request({ type: 'release' })}>{words.giveUp}</Button>;
  if (!view.may.takeOver || baton.type === 'free') return null;
  return <Button onClick={() => connection.request({ type: 'present' })}>{words.takeOver}</Button>;
}

interface ReceiversProps {
  readonly parts: PresenterParts;
  readonly people: readonly LivePerson[];
}

function Receivers({ parts: { session }, people }: ReceiversProps) {
  if (people.length === 0) return <p className="text-14 text-soft">{words.nobodyHere}</p>;
  return (
    <ul className="flex flex-wrap gap-2">
      {people.map(({ personId, name }) => (
        <li key={personId}>
          <Button
            className="max-w-full !whitespace-normal [overflow-wrap:anywhere]"
            onClick={() => session.connection.request({ type: 'give', personId })}
          >
            {words.give(name)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Hold({ parts: { session }, live }: { readonly parts: PresenterParts; readonly live: LiveState }) {
  return (
    <label className="flex min-h-11 items-center gap-2.5 text-14">
      <input
        type="checkbox"
        checked={live.held}
        onChange={(event) => session.connection.request({ type: 'hold', held: event.target.checked })}
        className="size-4.5 accent-(--plenum-accent)"
      />
      {words.held}
    </label>
  );
}
