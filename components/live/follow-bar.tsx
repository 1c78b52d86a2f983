'use client';

import { clsx } from 'clsx';
import { Maximize2 } from 'lucide-react';
import { useStore } from '#components/connection/use-store.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import { followSentence, followState, type FollowState } from './follow-state.ts';
import type { LiveCourse, LiveShown } from './live-course.ts';

const words = messages.live;
const PRESS = 'flex min-h-11 shrink-0 items-center gap-2 rounded-6 px-2.5 hover:bg-well desk:min-h-9';

interface FollowBarProps {
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly title: string;
  readonly onFull: () => void;
}

/** The audience's one thin bar: what call this is, whether the page follows, and where in the deck it is. */
export function FollowBar({ session, course, title, onFull }: FollowBarProps) {
  const status = useStore(session.connection.status);
  const shown = useStore(course);
  const { model } = useStore(session.presentation);
  return (
    <div className="flex shrink-0 items-center gap-x-4 border-t border-line bg-paper px-2 text-14 tablet:px-3">
      <div className="flex min-w-0 flex-1 items-center gap-3">
        <span className="flex items-center max-tablet:sr-only">
          <StatusMark status="live">{messages.frame.callState.live}</StatusMark>
        </span>
        <h1 className="truncate font-medium max-desk:sr-only">{title}</h1>
        <FollowLine state={stateOf(shown, status.type)} onRejoin={course.rejoin} />
      </div>
      <p className="tabular shrink-0 text-soft">{words.positionLong(shown.position.slide + 1, model.slides.length)}</p>
      <button type="button" className={PRESS} onClick={onFull}>
        <Maximize2 className="size-4" aria-hidden="true" />
        <span className="max-desk:sr-only">{words.full}</span>
      </button>
    </div>
  );
}

/** Follow state in words; apart from the presenter it is the button that leads back. */
export function FollowLine({ state, onRejoin }: { readonly state: FollowState; readonly onRejoin: () => void }) {
  const sentence = followSentence(state);
  if (state.type !== 'apart') {
    return (
      <p data-follow={state.type} className={clsx('truncate', state.type === 'lost' ? 'font-semibold' : 'text-soft')}>
        {sentence}
      </p>
    );
  }
  return (
    <button type="button" data-follow="apart" onClick={onRejoin} className={clsx(PRESS, 'min-w-0 text-accent')}>
      <span className="truncate">
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
