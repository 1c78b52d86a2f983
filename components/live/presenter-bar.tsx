'use client';

import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { CallControls } from '#components/call/call-controls.tsx';
import { useStore } from '#components/connection/use-store.ts';
import { Button, type ButtonTone } from '#components/ui/button.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import { batonOf, whoPresents, type Baton } from './baton.ts';
import { FollowLine, stateOf } from './follow-bar.tsx';
import { JumpBox } from './jump-box.tsx';
import type { PresenterParts } from './presenter-parts.ts';
import { pressStageKey } from './press-stage-key.ts';
import { StageWindowLink } from './stage-window-link.tsx';

const words = messages.live;
const hand = messages.presenting.hand;

interface Parts {
  readonly parts: PresenterParts;
}

/** Under the slides: back and on, where one is, who presents, and what opens everything else. On a phone back and on are for the thumb. */
export function PresenterBar({ parts }: Parts) {
  const { tools, course } = parts;
  const { role } = useStore(course);
  const drives = role === 'presenting' || role === 'rehearsing';
  return (
    <footer className="sticky bottom-0 z-20 flex shrink-0 flex-col-reverse gap-2 border-t border-line bg-paper px-3 py-2 desk:relative desk:h-15 desk:flex-row desk:items-center desk:gap-6 desk:px-4 desk:py-0">
      {tools.jump !== null && <JumpBox key={tools.jump} parts={parts} typed={tools.jump} />}
      <div className="flex items-stretch gap-2 desk:items-center desk:gap-1">
        <Step press="p" label={words.previous} tone="quiet">
          <ChevronLeft className="size-5" aria-hidden="true" />
        </Step>
        <Place parts={parts} />
        <Step press="n" label={words.nextStep} tone={drives ? 'main' : 'quiet'}>
          <ChevronRight className="size-5" aria-hidden="true" />
        </Step>
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2 desk:flex-1 desk:justify-end">
        <State parts={parts} />
        <Button aria-expanded={tools.more} onClick={() => tools.showMore(!tools.more)} className="max-desk:ml-auto">
          <Ellipsis className="size-4.5" aria-hidden="true" />
          {messages.presenting.more}
        </Button>
      </div>
    </footer>
  );
}

interface StepProps {
  readonly press: 'n' | 'p';
  readonly label: string;
  readonly tone: ButtonTone;
  readonly children: ReactNode;
}

function Step({ press, label, tone, children }: StepProps) {
  return (
    <Button
      onClick={() => pressStageKey(press)}
      className={clsx('max-desk:min-h-18 max-desk:text-20', press === 'n' ? 'max-desk:flex-2' : 'max-desk:flex-1')}
      tone={tone}
    >
      {press === 'p' && children}
      <span className="desk:sr-only">{label}</span>
      {press === 'n' && children}
    </Button>
  );
}

function Place({ parts: { session, course, tools } }: Parts) {
  const { model } = useStore(session.presentation);
  const { slide } = useStore(course).position;
  return (
    <button
      type="button"
      onClick={() => tools.jumpWith('')}
      className="tabular min-h-11 min-w-20 rounded-6 px-2 text-center text-20 hover:bg-well"
    >
      {words.position(slide + 1, model.slides.length)}
      <span className="sr-only">{messages.presenting.jump.open}</span>
    </button>
  );
}

/** One sentence on who moves the slides, and the one thing that can be done about it. */
function State({ parts }: Parts) {
  const { view, session, course } = parts;
  const shown = useStore(course);
  const status = useStore(session.connection.status);
  const baton = batonOf(useStore(session.connection.live), view.person?.id ?? null);
  const { model } = useStore(session.presentation);
  if (view.call?.state === 'ended') return <p className="text-14">{words.ended}</p>;
  if (shown.role === 'rehearsing')
    return (
      <>
        <p className="text-16 font-semibold max-tablet:basis-full">{words.rehearsal}</p>
        <StageWindowLink view={view} className="max-tablet:hidden" />
        <CallControls may={{ start: view.may.start, end: false, resume: false }} actions={parts.actions} />
      </>
    );
  const last = shown.role === 'presenting' && shown.position.slide + 1 >= model.slides.length;
  return (
    <>
      {(shown.role === 'apart' || status.type !== 'live') && (
        <FollowLine state={stateOf(shown, status.type)} onRejoin={course.rejoin} />
      )}
      <StatusMark status="live">{whoPresents(baton)}</StatusMark>
      <TakePart parts={parts} baton={baton} />
      {last && <CallControls may={{ start: false, end: true, resume: false }} actions={parts.actions} />}
    </>
  );
}

/** The next thing to do for who does not present. */
function TakePart({ parts: { session, view }, baton }: Parts & { readonly baton: Baton }) {
  const { connection } = session;
  if (!view.may.present) return null;
  if (baton.type === 'free')
    return (
      <Button tone="main" onClick={() => connection.request({ type: 'present' })}>
        {hand.present}
      </Button>
    );
  if (baton.type !== 'theirs') return null;
  if (!baton.asked)
    return <Button onClick={() => connection.request({ type: 'ask', wanted: true })}>{hand.ask}</Button>;
  return (
    <p className="flex items-center gap-1 text-14 text-soft">
      {hand.asked}
      <Button tone="bare" onClick={() => connection.request({ type: 'ask', wanted: false })}>
        {hand.askNoLonger}
      </Button>
    </p>
  );
}
