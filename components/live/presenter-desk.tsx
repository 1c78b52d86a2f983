'use client';

import type { ReactNode } from 'react';
import { openOutside } from '#components/connection/open-outside.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Stage } from '#components/stage/stage.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { SectionClock } from './section-clock.tsx';
import { CallClock } from './call-clock.tsx';
import { NowStage } from './now-stage.tsx';
import { PresenterBar } from './presenter-bar.tsx';
import { PresenterMore } from './presenter-more.tsx';
import { PresenterNotices } from './presenter-notices.tsx';
import { reporterName } from '#lib/sections/reporter-name.ts';
import { sectionAt, type PresenterParts } from './presenter-parts.ts';
import { usePresenterKeys } from './use-presenter-keys.ts';

const words = messages.live;

/**
 * The slide that is shown, the one after it, what to say, how late it is, and who reports: nothing else at rest, and in letters that can
 * be read from two metres. On a phone it is a remote control: the slides are small, notes and buttons large.
 */
export function PresenterDesk(parts: PresenterParts) {
  const { view, session, course, tools, madeAt } = parts;
  const { model } = useStore(session.presentation);
  const shown = useStore(course);
  const live = useStore(session.connection.live);
  const { slide } = shown.position;
  usePresenterKeys(parts);
  return (
    <>
      <main className="grid min-h-0 flex-1 grid-cols-2 content-start gap-x-3 gap-y-4 p-3 desk:grid-cols-[minmax(0,1fr)_minmax(20rem,28%)] desk:grid-rows-[minmax(0,1fr)] desk:content-stretch desk:gap-x-6 desk:p-4">
        <h1 className="sr-only">{words.presentTitle(view.call?.title ?? view.series.name)}</h1>
        <NowStage parts={parts} />
        <div className="contents desk:flex desk:min-h-0 desk:flex-col desk:gap-5">
          <div className="order-1 col-span-2 flex flex-col gap-3 desk:order-none desk:gap-5">
            <CallClock live={live} timeZone={view.series.timeZone} madeAt={madeAt} />
            <Reporter parts={parts} slide={slide} />
            <SectionClock view={view} session={session} />
          </div>
          <div className="contents desk:relative desk:block desk:min-h-0 desk:flex-1">
            <div className="contents desk:flex desk:h-full desk:flex-col desk:gap-5" inert={tools.more}>
              <Next parts={parts} />
              <Notes model={model} slide={slide} rehearsing={shown.role === 'rehearsing'} />
            </div>
            {tools.more && <PresenterMore parts={parts} />}
          </div>
          <PresenterNotices parts={parts} />
        </div>
      </main>
      <PresenterBar parts={parts} />
    </>
  );
}

function Reporter({ parts: { session }, slide }: { readonly parts: PresenterParts; readonly slide: number }) {
  const { toSource } = useStore(session.presentation);
  const placed = sectionAt(useStore(session.sections), toSource(slide));
  const name = reporterName(placed?.row ?? null);
  if (placed === null || placed.section.title === '') return null;
  return (
    <p className="min-w-0 [overflow-wrap:anywhere]">
      {name !== null && (
        <span className="line-clamp-2 text-25 font-semibold desk:text-31">
          <span className="sr-only">{`${messages.presenting.reporter.label}: `}</span>
          {name}
        </span>
      )}
      <span
        className={name === null ? 'line-clamp-2 text-20 desk:text-25' : 'line-clamp-2 text-16 text-soft desk:text-20'}
      >
        {placed.section.title}
      </span>
    </p>
  );
}

/** What comes next is shown with all its steps, so that nothing in it surprises. */
const ALL_STEPS = 1000;

/** The next slide is to look at: its stage follows the one before it. */
const stay = () => undefined;

function Next({ parts: { view, session, course, stage } }: { readonly parts: PresenterParts }) {
  const { model, toSource } = useStore(session.presentation);
  const { slide } = useStore(course).position;
  const sections = useStore(session.sections);
  const next = Math.min(slide + 1, model.slides.length - 1);
  const section = sectionAt(sections, toSource(next));
  const reporter = reporterName(section?.row ?? null);
  const begins = section !== null && section !== sectionAt(sections, toSource(slide));
  return (
    <section aria-label={words.next} className="order-4 flex min-w-0 flex-col desk:order-none desk:min-h-24">
      <Label>{begins && reporter !== null ? messages.presenting.nextIs(reporter) : words.next}</Label>
      <div
        className="relative aspect-[4/3] overflow-hidden rounded-6 border border-line bg-sheet desk:max-h-[32vh] desk:min-h-0 desk:w-full"
        inert
      >
        <Stage
          model={model}
          assets={view.pictures.assets}
          foreignPictures={view.pictures.foreignPictures}
          src={stage}
          position={{ slide: next, fragment: ALL_STEPS }}
          onMove={stay}
          onLink={openOutside}
          keyboard={false}
          label={words.nextLabel}
        />
        {slide + 1 >= model.slides.length && (
          <p className="absolute inset-0 grid place-items-center bg-sheet text-16 text-soft">{words.end}</p>
        )}
      </div>
    </section>
  );
}

interface NotesProps {
  readonly model: DeckModel;
  readonly slide: number;
  readonly rehearsing: boolean;
}

/** Notes are Markdown that anybody may have written: shown as they were typed, never as HTML. Without notes only a rehearsal says how. */
function Notes({ model, slide, rehearsing }: NotesProps) {
  const notes = model.slides[slide]?.notes.trim() ?? '';
  if (notes === '' && !rehearsing) return null;
  return (
    <section
      aria-label={words.notes}
      className="order-5 col-span-2 flex min-h-0 flex-col desk:order-none desk:min-h-44 desk:flex-1"
    >
      <Label>{words.notes}</Label>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long notes must scroll by keyboard */}
      <div tabIndex={0} className="min-h-0 overflow-y-auto desk:flex-1">
        {notes === '' ? (
          <p className="text-14 text-soft">{words.noNotes}</p>
        ) : (
          <p className="max-w-[60ch] text-20 leading-normal whitespace-pre-wrap desk:text-25">{notes}</p>
        )}
      </div>
    </section>
  );
}

function Label({ children }: { readonly children: ReactNode }) {
  return <h2 className="label-caps mb-1.5 shrink-0 truncate">{children}</h2>;
}
