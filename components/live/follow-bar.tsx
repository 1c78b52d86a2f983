'use client';

import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import { PartLine } from './audience-head.tsx';
import { followSentence, followState, type FollowState } from './follow-state.ts';
import type { LiveCourse, LiveShown } from './live-course.ts';
import type { AudienceNow } from './use-audience.ts';

const words = messages.live;
const PRESS = 'flex min-h-11 shrink-0 items-center gap-2 rounded-6 px-2.5 hover:bg-well desk:min-h-9';

interface FollowBarProps {
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly now: AudienceNow;
  readonly title: string;
  readonly onRejoin: () => void;
  /** One step back or on, on one's own. */
  readonly onStep: (by: -1 | 1) => void;
  /** What else can be done, where there is room for it. */
  readonly tools: ReactNode;
}

/** The audience's one thin bar, which never hides: whether the page follows, the steps on one's own, and where in the deck it is. */
export function FollowBar({ session, course, now, title, onRejoin, onStep, tools }: FollowBarProps) {
  const status = useStore(session.connection.status);
  const { shown, here, model } = now;
  return (
    <div className="flex shrink-0 items-center gap-x-3 border-t border-line bg-paper px-2 text-14 tablet:px-3 upright:justify-between upright:gap-x-1">
      <div className="flex min-w-0 flex-1 items-center gap-3 upright:hidden">
        <span className="flex items-center max-tablet:sr-only">
          <StatusMark status="live">{messages.frame.callState.live}</StatusMark>
        </span>
        <h1 className="min-w-0 truncate font-medium max-[80rem]:sr-only">{title}</h1>
        <span className="min-w-0 max-desk:hidden">
          <PartLine here={here} call={title} />
        </span>
      </div>
      <Step by={-1} onStep={onStep} />
      <FollowLine state={stateOf(shown, status.type)} onRejoin={onRejoin} onLeave={() => course.goTo(shown.position)} />
      <Step by={1} onStep={onStep} />
      <div className="flex min-w-0 flex-1 items-center justify-end gap-4 upright:hidden">
        <p className="tabular shrink-0 text-soft">
          {words.positionLong(shown.position.slide + 1, model.slides.length)}
        </p>
        <div className="flex shrink-0 items-center">{tools}</div>
      </div>
    </div>
  );
}

function Step({ by, onStep }: { readonly by: -1 | 1; readonly onStep: FollowBarProps['onStep'] }) {
  const label = by === 1 ? words.on : words.back;
  return (
    <button type="button" className={clsx(PRESS, 'min-w-11 justify-center')} title={label} onClick={() => onStep(by)}>
      {by === -1 && <ChevronLeft className="size-5 shrink-0" aria-hidden="true" />}
      <span className="hidden upright:inline">{label}</span>
      <span className="sr-only upright:hidden">{label}</span>
      {by === 1 && <ChevronRight className="size-5 shrink-0" aria-hidden="true" />}
    </button>
  );
}

interface FollowLineProps {
  readonly state: FollowState;
  readonly onRejoin: () => void;
  /** Stays on this slide while the presenter goes on; without it one leaves by going elsewhere. */
  readonly onLeave?: () => void;
}

/** Follow state in words; apart from the presenter it is the button that leads back. */
export function FollowLine({ state, onRejoin, onLeave }: FollowLineProps) {
  const sentence = followSentence(state);
  if (state.type === 'following' && onLeave !== undefined) {
    return (
      <button
        type="button"
        data-follow="following"
        title={messages.audience.follow.leave}
        onClick={onLeave}
        className={clsx(PRESS, 'min-w-0 shrink! text-soft')}
      >
        <span className="truncate">{sentence}</span>
        <span className="sr-only">{` – ${messages.audience.follow.leave}`}</span>
      </button>
    );
  }
  if (state.type !== 'apart') {
    return (
      <p
        data-follow={state.type}
        className={clsx('min-w-0 truncate', state.type === 'lost' ? 'font-semibold' : 'text-soft')}
      >
        {sentence}
      </p>
    );
  }
  return (
    <button
      type="button"
      data-follow="apart"
      onClick={onRejoin}
      className={clsx(PRESS, 'min-w-0 shrink! text-left text-accent')}
    >
      <span>
        {sentence}
        {' – '}
        <span className="font-semibold underline underline-offset-4">{words.follow.rejoin}</span>
      </span>
    </button>
  );
}

/** The follow state of what a page shows. */
export function stateOf(shown: LiveShown, connection: 'connecting' | 'live' | 'offline' | 'refused'): FollowState {
  const { role, presenter, live, position } = shown;
  return followState({
    connection,
    presenter,
    presenting: role === 'presenting',
    live: live?.slide ?? 0,
    own: role === 'apart' ? position.slide : null,
  });
}
