'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { DeckView } from '#lib/views.ts';
import { FollowLine, stateOf } from './follow-bar.tsx';
import { pressStageKey } from './press-stage-key.ts';
import type { LiveCourse } from './live-course.ts';

const words = messages.live;

interface PresenterBarProps {
  readonly view: DeckView;
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly model: DeckModel;
}

/** Under the slides: back and on, where one is, who presents, and how to take over. */
export function PresenterBar({ view, session, course, model }: PresenterBarProps) {
  const shown = useStore(course);
  const { slide } = shown.position;
  const presenting = shown.role === 'presenting';
  return (
    <footer className="sticky bottom-0 flex shrink-0 flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-paper px-4 py-2 desk:static desk:h-15">
      <div className="flex items-center gap-1">
        <Button aria-label={words.previous} onClick={() => pressStageKey('p')}>
          <ChevronLeft className="size-5" aria-hidden="true" />
        </Button>
        <p
          className="tabular min-w-20 text-center text-20"
          aria-label={words.positionLong(slide + 1, model.slides.length)}
        >
          {words.position(slide + 1, model.slides.length)}
        </p>
        <Button aria-label={words.nextStep} onClick={() => pressStageKey('n')}>
          <ChevronRight className="size-5" aria-hidden="true" />
        </Button>
      </div>
      {presenting && (
        <Button
          aria-pressed={shown.blank}
          onClick={() => session.connection.request({ type: 'blank', blank: !shown.blank })}
        >
          {shown.blank ? words.unblank : words.blank}
        </Button>
      )}
      <p className="max-w-64 truncate text-14 text-soft">{sectionOf(model, slide)}</p>
      <div className="ml-auto flex flex-wrap items-center gap-3">
        <Who view={view} session={session} course={course} />
      </div>
    </footer>
  );
}

function Who({ view, session, course }: Omit<PresenterBarProps, 'model'>) {
  const shown = useStore(course);
  const status = useStore(session.connection.status);
  const refusal = useStore(session.connection.liveRefusal);
  if (view.call?.state === 'ended') return <p className="text-14">{words.ended}</p>;
  if (shown.role === 'rehearsing') return <p className="text-14 font-semibold">{words.rehearsal}</p>;
  return (
    <>
      {refusal !== null && (
        <p role="alert" className="text-14">
          {words.refused(refusal.reason)}
        </p>
      )}
      {(shown.role === 'apart' || status.type !== 'live') && (
        <FollowLine state={stateOf(shown, status.type)} onRejoin={course.rejoin} />
      )}
      <StatusMark status="live">{presenterLine(shown.role === 'presenting', shown.presenter)}</StatusMark>
      {shown.role !== 'presenting' && view.may.present && (
        <Button onClick={() => session.connection.request({ type: 'present' })}>
          {shown.presenter === null ? words.presentNow : words.takeOver}
        </Button>
      )}
    </>
  );
}

function presenterLine(own: boolean, name: string | null): string {
  if (own) return words.youPresent;
  return name === null ? words.nobodyPresents : words.presents(name);
}

function sectionOf(model: DeckModel, slide: number): string {
  return model.sections.find((section) => slide >= section.fromSlide && slide < section.toSlide)?.title ?? '';
}
