'use client';

import { ChevronDown, X } from 'lucide-react';
import { useId, useState } from 'react';
import { ClockTime } from '#components/time/call-time.tsx';
import { remember, remembered } from '#components/ui/remembered.ts';
import { partsBefore, type OutlinePart } from '#lib/live/audience-outline.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallSummary } from '#lib/views.ts';
import type { LiveCourse } from './live-course.ts';
import type { AudienceNow } from './use-audience.ts';

const words = messages.audience.late;

interface MissedLineProps {
  readonly now: AudienceNow;
  readonly course: LiveCourse;
  readonly call: Pick<CallSummary, 'id' | 'when'>;
  readonly startedAt: string;
}

/** One line for who comes when sections are over already: since when, where the stage is, and the way to what was missed. */
export function MissedLine({ now, course, call, startedAt }: MissedLineProps) {
  const { outline, shown, onStage } = now;
  const [keys] = useState(() => new Set(partsBefore(outline, shown.live?.slide ?? 0).map(({ key }) => key)));
  const [closed, setClosed] = useState(() => remembered(`missed ${call.id}`, 'tab') !== null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const missed = outline.filter(({ key, title }) => title !== '' && keys.has(key));
  if (closed || missed.length === 0) return null;
  const close = () => {
    setClosed(true);
    remember(`missed ${call.id}`, 'closed', 'tab');
  };
  return (
    <section aria-label={words.title} className="shrink-0 border-t border-line bg-paper pl-3 text-14 tablet:pl-4">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 py-1.5">
          <ClockTime at={startedAt} timeZone={call.when.timeZone} say={words.started} />
          {onStage !== null && (
            <span className="[overflow-wrap:anywhere] text-soft">
              {` · ${words.here(onStage.part.title, onStage.number, onStage.of)}`}
            </span>
          )}
          <span className="text-soft">{' · '}</span>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="link-text -my-3 inline-flex min-h-11 items-center gap-1 whitespace-nowrap"
          >
            {words.missed}
            <ChevronDown className={open ? 'size-4' : 'size-4 rotate-180'} aria-hidden="true" />
          </button>
        </p>
        <button
          type="button"
          aria-label={words.dismiss}
          title={words.dismiss}
          onClick={close}
          className="grid size-11 shrink-0 place-items-center rounded-6 text-soft hover:bg-well hover:text-ink"
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      </div>
      <MissedList
        id={id}
        open={open}
        missed={missed}
        onGo={(slide) => {
          setOpen(false);
          course.goTo({ slide, fragment: -1 });
        }}
      />
    </section>
  );
}

interface MissedListProps {
  readonly id: string;
  readonly open: boolean;
  readonly missed: readonly OutlinePart[];
  readonly onGo: (slide: number) => void;
}

function MissedList({ id, open, missed, onGo }: MissedListProps) {
  return (
    <ol id={id} hidden={!open} className="-ml-2 max-h-[40dvh] overflow-y-auto pb-2 tablet:columns-2 desk:columns-3">
      {missed.map(({ key, title, fromSlide }) => (
        <li key={key} className="break-inside-avoid">
          <button
            type="button"
            onClick={() => onGo(fromSlide)}
            className="min-h-11 w-full rounded-6 px-2 text-left [overflow-wrap:anywhere] hover:bg-well desk:min-h-9"
          >
            {title}
          </button>
        </li>
      ))}
    </ol>
  );
}
