'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { Pause, Play } from 'lucide-react';
import { titleOf } from '#components/board/board-facts.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { reporterOf, statusOf } from '#components/sections/reporters.ts';
import { TeamMark } from '#components/sections/team-mark.tsx';
import { Button } from '#components/ui/button.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import type { LiveState } from '#lib/live/live-state.ts';
import type { SectionTime } from '#lib/live/plan-time.ts';
import { messages } from '#lib/messages/en.ts';
import { isLeftOut, type PlacedSection } from '#lib/sections/placed-section.ts';
import type { DeckView } from '#lib/views.ts';
import { CallCourse } from './call-course.tsx';
import { Spent } from './section-clock.tsx';
import { TimeBar } from './time-bar.tsx';
import { useTimePlan, type TimedCall } from './use-time-plan.ts';

const words = messages.callTime;

interface AgendaProps {
  readonly view: DeckView;
  readonly session: DeckSession;
  /** Goes to a slide, by its running number among those that are presented. */
  readonly onGo: (slide: number) => void;
}

/** In front of the presenter: what was, is and comes, with the time of each. Pressing a section goes there. Never a live region. */
export function Agenda({ view, session, onGo }: AgendaProps) {
  const timed = useTimePlan(view, session);
  const { placed, plan, current } = timed;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => showRow(list.current, current), [current]);
  const go = ({ section }: PlacedSection): void =>
    onGo(session.presentation.getSnapshot().toPresented({ slide: section.fromSlide, generated: null }));
  return (
    <section aria-label={words.agenda} className="flex min-h-0 flex-col">
      <AgendaHead view={view} session={session} timed={timed} />
      <ol ref={list} className="tabular min-h-0 flex-1 overflow-y-auto border-t border-line">
        {placed.map((each, index) => (
          <AgendaRow
            key={each.row?.id ?? `key ${each.section.key}`}
            session={session}
            placed={each}
            time={plan.sections[index] ?? UNTIMED}
            onGo={() => go(each)}
          />
        ))}
      </ol>
    </section>
  );
}

/** Scrolls the list alone, never the page, so that this row of it is seen. */
function showRow(list: HTMLOListElement | null, index: number): void {
  const row = list?.children[index];
  if (list === null || row === undefined) return;
  const [around, own] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.top < around.top) list.scrollTop -= around.top - own.top;
  if (own.bottom > around.bottom) list.scrollTop += own.bottom - around.bottom;
}

const UNTIMED: SectionTime = { state: 'out', allotted: null, spent: 0, left: null };

interface AgendaHeadProps extends Pick<AgendaProps, 'view' | 'session'> {
  readonly timed: TimedCall;
}

function AgendaHead({ view, session: { connection }, timed }: AgendaHeadProps) {
  const { live } = timed;
  const paused = live?.pausedAt != null;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 desk:min-h-9">
      <h2 className="label-caps">{words.agenda}</h2>
      <CallCourse timed={timed} className="text-14" />
      {live !== null && mayPause(view, live) && (
        <Button tone="bare" className="ml-auto" onClick={() => connection.request({ type: 'pause', paused: !paused })}>
          {paused ? <Play className="size-4" aria-hidden="true" /> : <Pause className="size-4" aria-hidden="true" />}
          {paused ? words.goOn : words.pause}
        </Button>
      )}
    </div>
  );
}

/** Whoever presents, and hosts. */
function mayPause({ person, may }: DeckView, { presenter }: LiveState): boolean {
  return may.takeOver || (person !== null && presenter?.personId === person.id);
}

interface AgendaRowProps {
  readonly session: DeckSession;
  readonly placed: PlacedSection;
  readonly time: SectionTime;
  readonly onGo: () => void;
}

function AgendaRow({ session, placed, time, onGo }: AgendaRowProps) {
  const now = time.state === 'now';
  // What is left out has no slide to go to.
  if (isLeftOut(placed) && !now)
    return (
      <li className="border-b border-line px-2 py-1.5 text-soft">
        <RowText session={session} placed={placed} time={time} />
      </li>
    );
  return (
    <li className="border-b border-line">
      <button
        type="button"
        onClick={onGo}
        aria-current={now ? 'step' : undefined}
        className={clsx(
          'block min-h-11 w-full px-2 py-1.5 text-left hover:bg-well desk:min-h-9',
          now && 'bg-well',
          time.state === 'past' && 'text-soft',
        )}
      >
        <RowText session={session} placed={placed} time={time} />
        {now && <TimeBar time={time} className="mt-1.5" />}
      </button>
    </li>
  );
}

function RowText({ session, placed, time }: Omit<AgendaRowProps, 'onGo'>) {
  const reporter = reporterOf(placed, useStore(session.models));
  const status = statusOf(placed, reporter);
  const { team } = placed;
  return (
    <>
      <span className="flex min-w-0 items-baseline gap-2 text-14">
        {team !== null && <TeamMark team={team} />}
        <span className={clsx('min-w-0 flex-1 truncate', time.state === 'now' ? 'font-semibold' : 'font-medium')}>
          {titleOf(placed)}
        </span>
        <RowTime placed={placed} time={time} />
      </span>
      {(reporter !== null || (status !== null && time.state !== 'past')) && (
        <span
          className={clsx(
            'flex min-w-0 flex-wrap items-center gap-x-2.5 text-12 text-soft [&_span]:text-12',
            team !== null && 'pl-3',
          )}
        >
          {reporter !== null && <span className="min-w-0 truncate">{reporter.name}</span>}
          {status !== null && time.state !== 'past' && (
            <StatusMark status={status}>{messages.sections.status[status]}</StatusMark>
          )}
        </span>
      )}
    </>
  );
}

function RowTime({ placed, time }: Pick<AgendaRowProps, 'placed' | 'time'>) {
  const { state, allotted, spent } = time;
  if (placed.row?.skipped === true && state === 'out')
    return <span className="text-12 whitespace-nowrap">{messages.sections.skipped}</span>;
  if (state === 'now') return <Spent time={time} />;
  if (state === 'past') return <span className="whitespace-nowrap">{words.took(spent)}</span>;
  return allotted === null ? null : <span className="whitespace-nowrap text-soft">{words.spent(allotted)}</span>;
}
