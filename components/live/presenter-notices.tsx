'use client';

import { clsx } from 'clsx';
import { useState, type ReactNode } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { useSecond } from '#components/time/clock.ts';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import { batonOf, freeIn, offeredTo } from './baton.ts';
import { elapsed } from '#lib/live/elapsed.ts';
import { gapsOf } from './picture-gaps.ts';
import { leftOutNow, type PresenterParts } from './presenter-parts.ts';

const words = messages.presenting.notices;
const hand = messages.presenting.hand;

/** A refusal concerns the moment: after so many milliseconds it is history. */
const REFUSAL_LASTS = 8_000;

interface Parts {
  readonly parts: PresenterParts;
}

/** What the presenter has to know or answer at the moment. Nothing at rest, and nothing of it stands in the way of a key. */
export function PresenterNotices({ parts }: Parts) {
  return (
    <div
      role="status"
      aria-label={words.label}
      aria-atomic="false"
      className="order-2 col-span-2 flex desk:order-none shrink-0 flex-col gap-2 empty:sr-only desk:max-h-[45%] desk:overflow-y-auto"
    >
      <Offered parts={parts} />
      <Requests parts={parts} />
      <Away parts={parts} />
      <Stranded parts={parts} />
      <Edited parts={parts} />
      <Pictures parts={parts} />
      <Refused parts={parts} />
    </div>
  );
}

interface NoticeProps {
  /** `call` is for who is asked something. */
  readonly tone?: 'plain' | 'call';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

function Notice({ tone = 'plain', children, actions }: NoticeProps) {
  return (
    <div
      className={clsx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-6 border-l-4 px-3 py-2',
        tone === 'call' ? 'border-accent bg-accent-wash text-20' : 'border-edge bg-well text-16',
      )}
    >
      <div className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">{children}</div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

/** The section on the stage is offered: to whom it is, with an answer; to the presenter, that it is. */
function Offered({ parts: { session, view } }: Parts) {
  const live = useStore(session.connection.live);
  const me = view.person?.id ?? null;
  const { connection } = session;
  const mine = offeredTo(live, me);
  if (mine !== null)
    return (
      <Notice
        tone="call"
        actions={
          <>
            <Button tone="main" onClick={() => connection.request({ type: 'answer', accept: true })}>
              {hand.present}
            </Button>
            <Button onClick={() => connection.request({ type: 'answer', accept: false })}>{words.notNow}</Button>
          </>
        }
      >
        {words.offered(mine)}
        <span className="max-tablet:sr-only">{words.offeredKey}</span>
      </Notice>
    );
  if (live?.offer == null || batonOf(live, me).type !== 'mine') return null;
  return (
    <Notice
      actions={<Button onClick={() => connection.request({ type: 'answer', accept: false })}>{words.takeBack}</Button>}
    >
      {words.offeredTo(live.offer.to.name)}
    </Notice>
  );
}

/** Who would like to present: told to the one who can hand it over. */
function Requests({ parts: { session, view } }: Parts) {
  const live = useStore(session.connection.live);
  if (live === null || batonOf(live, view.person?.id ?? null).type !== 'mine') return null;
  // Whoever is offered the section is told of already.
  const waiting = live.requests.filter(({ personId }) => personId !== live.offer?.to.personId);
  return waiting.map(({ personId, name }) => (
    <Notice
      key={personId}
      tone="call"
      actions={
        <Button
          tone="main"
          className="max-w-full !whitespace-normal [overflow-wrap:anywhere]"
          onClick={() => session.connection.request({ type: 'give', personId })}
        >
          {hand.give(name)}
        </Button>
      }
    >
      {words.wants(name)}
    </Notice>
  ));
}

/** The presenter's connection is gone: told to all who could go on instead. */
function Away({ parts: { session, view, madeAt } }: Parts) {
  const live = useStore(session.connection.live);
  const now = useSecond(madeAt);
  const baton = batonOf(live, view.person?.id ?? null);
  if (baton.type !== 'theirs' || baton.awaySince === null) return null;
  const left = freeIn(baton.awaySince, now);
  return (
    <Notice
      tone="call"
      actions={
        view.may.takeOver && (
          <Button onClick={() => session.connection.request({ type: 'release' })}>{words.endWait}</Button>
        )
      }
    >
      <p>{words.away(baton.holder.name)}</p>
      {/* Counts by itself, so it is never read out by itself. */}
      <p role="timer" className="tabular text-16 text-soft">
        {words.freeIn(elapsed(left))}
      </p>
    </Notice>
  );
}

/** What is shown stands in for a slide that was taken out, or for a section that was left out meanwhile. */
function Stranded({ parts: { session } }: Parts) {
  const live = useStore(session.connection.live);
  const leftOut = leftOutNow(useStore(session.sections), live?.section ?? null);
  if (live?.gone != null) return <Notice>{words.gone(live.gone)}</Notice>;
  return leftOut === null ? null : <Notice>{words.leftOut(leftOut)}</Notice>;
}

function Edited({ parts: { edits } }: Parts) {
  if (!useStore(edits)) return null;
  return <Notice actions={<Button onClick={edits.putAway}>{words.dismiss}</Button>}>{words.edited}</Notice>;
}

function Pictures({ parts: { session, course, view, gaps } }: Parts) {
  const { model } = useStore(session.presentation);
  const { slide } = useStore(course).position;
  const told = useStore(gaps);
  const now = gapsOf(model.slides[slide], view.pictures, told);
  const next = gapsOf(model.slides[slide + 1], view.pictures, told);
  if (now > 0) return <Notice>{words.pictures(now)}</Notice>;
  return next > 0 ? <Notice>{words.nextPictures(next)}</Notice> : null;
}

function Refused({ parts: { session, madeAt } }: Parts) {
  const refusal = useStore(session.connection.liveRefusal);
  const now = useSecond(madeAt);
  const [seen, setSeen] = useState(0);
  if (refusal === null || refusal.at <= seen || now.getTime() - refusal.at > REFUSAL_LASTS) return null;
  return (
    <Notice actions={<Button onClick={() => setSeen(refusal.at)}>{words.dismiss}</Button>}>
      {messages.presenting.refused[refusal.reason]}
    </Notice>
  );
}
