'use client';

import type { ReactNode } from 'react';
import { openOutside } from '#components/connection/open-outside.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Stage } from '#components/stage/stage.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { DeckView } from '#lib/views.ts';
import { CallClock } from './call-clock.tsx';
import type { LiveCourse } from './live-course.ts';
import { PresenterBar } from './presenter-bar.tsx';
import { useBlankKey } from './use-blank-key.ts';

const words = messages.live;

interface PresenterDeskProps {
  readonly view: DeckView;
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly stage: string;
  readonly madeAt: string;
}

/** The slide that is shown, the one after it, what to say, and how late it is. A phone begins with the notes. */
export function PresenterDesk({ view, session, course, stage, madeAt }: PresenterDeskProps) {
  const { model } = useStore(session.presentation);
  const shown = useStore(course);
  const { slide } = shown.position;
  useBlankKey(session, shown);
  const pictures = { assets: view.pictures.assets, foreignPictures: view.pictures.foreignPictures, src: stage, model };
  return (
    <>
      <main className="grid min-h-0 flex-1 gap-4 p-4 desk:grid-cols-[minmax(0,1fr)_minmax(20rem,30%)] desk:grid-rows-[minmax(0,1fr)]">
        <section aria-label={words.now} className="order-3 flex min-h-0 min-w-0 flex-col desk:order-none">
          <h2 className="label-caps mb-1.5">{words.now}</h2>
          <div className="relative aspect-[4/3] min-h-0 overflow-hidden rounded-6 border border-line bg-sheet desk:aspect-auto desk:flex-1">
            <Stage
              {...pictures}
              position={shown.position}
              onMove={course.moved}
              onLink={openOutside}
              keyboard
              label={words.nowLabel}
            />
            {shown.blank && (
              <p className="absolute inset-x-0 top-0 bg-ink px-4 py-2 text-center text-14 text-paper">
                {words.blankedMine}
              </p>
            )}
          </div>
        </section>
        <div className="contents desk:flex desk:min-h-0 desk:flex-col desk:gap-5">
          <div className="order-1 desk:order-none">
            <CallClock startedAt={shown.startedAt} timeZone={view.series.timeZone} madeAt={madeAt} />
          </div>
          <Next last={slide + 1 >= model.slides.length}>
            <Stage
              {...pictures}
              position={{ slide: Math.min(slide + 1, model.slides.length - 1), fragment: ALL_STEPS }}
              onMove={stay}
              onLink={openOutside}
              keyboard={false}
              label={words.nextLabel}
            />
          </Next>
          <Notes model={model} slide={slide} />
        </div>
      </main>
      <PresenterBar view={view} session={session} course={course} model={model} />
    </>
  );
}

/** What comes next is shown with all its steps, so that nothing in it surprises. */
const ALL_STEPS = 1000;

/** The next slide is to look at: its stage follows the one before it. */
const stay = () => undefined;

function Next({ last, children }: { readonly last: boolean; readonly children: ReactNode }) {
  return (
    <section aria-label={words.next} className="order-4 desk:order-none desk:shrink-0">
      <h2 className="label-caps mb-1.5">{words.next}</h2>
      <div className="relative aspect-[4/3] max-h-[30vh] overflow-hidden rounded-6 border border-line bg-sheet" inert>
        {children}
        {last && <p className="absolute inset-0 grid place-items-center bg-sheet text-14 text-soft">{words.end}</p>}
      </div>
    </section>
  );
}

/** Notes are Markdown that anybody may have written: shown as they were typed, never as HTML. */
function Notes({ model, slide }: { readonly model: DeckModel; readonly slide: number }) {
  const notes = model.slides[slide]?.notes.trim() ?? '';
  return (
    <section aria-label={words.notes} className="order-2 flex min-h-0 flex-col desk:order-none desk:flex-1">
      <h2 className="label-caps mb-1.5">{words.notes}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long notes must scroll by keyboard */}
      <div tabIndex={0} className="min-h-0 overflow-y-auto desk:flex-1">
        {notes === '' ? (
          <p className="text-14 text-soft">{words.noNotes}</p>
        ) : (
          <p className="max-w-[60ch] text-20 leading-normal whitespace-pre-wrap">{notes}</p>
        )}
      </div>
    </section>
  );
}
