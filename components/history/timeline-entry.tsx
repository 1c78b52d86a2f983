'use client';

import type { ReactNode } from 'react';
import { PersonDot } from '#components/frame/person-dot.tsx';
import type { ActEntry, EditsEntry, HistoryEntry, RevisionEntry } from '#lib/history/history-views.ts';
import { amountOf } from '#lib/history/who-wrote.ts';
import { messages } from '#lib/messages/en.ts';
import { Amount } from './amount.tsx';
import type { HistoryFrame } from './history-frame.ts';
import { nameOf, revisionTitle, timeOf } from './moment-words.ts';

const words = messages.history;
const MOST_SECTIONS = 3;

interface TimelineEntryProps<Entry extends HistoryEntry = HistoryEntry> {
  readonly entry: Entry;
  readonly frame: HistoryFrame;
  readonly current: boolean;
  readonly onChoose: () => void;
}

/** One line of the timeline: somebody's edits, a moment that was kept, or something about who may write. */
export function TimelineEntry({ entry, ...rest }: TimelineEntryProps) {
  switch (entry.type) {
    case 'edits':
      return <Edits entry={entry} {...rest} />;
    case 'revision':
      return <Revision entry={entry} {...rest} />;
    case 'act':
      return <Act entry={entry} frame={rest.frame} />;
  }
}

function Edits({ entry, frame, current, onChoose }: TimelineEntryProps<EditsEntry>) {
  return (
    <li>
      <Choose entry={entry} frame={frame} current={current} onChoose={onChoose}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="inline-flex min-w-0 items-center gap-2 text-16 font-semibold [overflow-wrap:anywhere]">
            <PersonDot hue={entry.person?.hue ?? 0} />
            {nameOf(entry.person)}
          </span>
          {entry.person?.guest === true && <span className="text-soft">{words.people.guest}</span>}
          <Amount {...amountOf(entry)} />
        </span>
        <span className="block pl-4.5 text-soft [overflow-wrap:anywhere]">{sectionWords(entry)}</span>
      </Choose>
    </li>
  );
}

function Revision({ entry, frame, current, onChoose }: TimelineEntryProps<RevisionEntry>) {
  const named = entry.reason === 'named';
  return (
    <li>
      <Choose entry={entry} frame={frame} current={current} onChoose={onChoose}>
        <span className="flex items-baseline gap-2">
          <Mark filled={named} />
          <span className={named ? 'font-semibold [overflow-wrap:anywhere]' : 'text-soft'}>
            {revisionTitle(entry)}
            {entry.person !== null && (
              <span className="font-normal text-soft"> {words.timeline.by(entry.person.name)}</span>
            )}
          </span>
        </span>
      </Choose>
    </li>
  );
}

/** A diamond: the dot belongs to people, the square to the status of sections. */
function Mark({ filled }: { readonly filled: boolean }) {
  return (
    <svg viewBox="0 0 10 10" className="size-2.5 shrink-0 self-center text-soft" aria-hidden="true">
      <path
        d="M5 .8 9.2 5 5 9.2.8 5Z"
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.2"
      />
    </svg>
  );
}

function Act({ entry, frame }: Pick<TimelineEntryProps<ActEntry>, 'entry' | 'frame'>) {
  const say = words.timeline.acts[entry.act];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1.5 pl-4.5 text-14 [overflow-wrap:anywhere]">
      <span>{say(nameOf(entry.person), entry.about?.name ?? words.timeline.somebody)}</span>
      <time dateTime={entry.at} className="tabular text-soft">
        {frame.sayTime(entry.at)}
      </time>
    </li>
  );
}

interface ChooseProps extends TimelineEntryProps {
  readonly children: ReactNode;
}

function Choose({ entry, frame, current, onChoose, children }: ChooseProps) {
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
      className="-mx-2 grid min-h-11 w-[calc(100%+1rem)] grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-6 px-2 py-1.5 text-left text-14 hover:bg-well aria-[current]:bg-accent-wash tablet:min-h-9"
    >
      <span className="min-w-0">{children}</span>
      <time dateTime={timeOf(entry)} className="tabular text-soft">
        {frame.sayTime(timeOf(entry))}
      </time>
    </button>
  );
}

function sectionWords({ sections }: EditsEntry): string {
  const titles = sections.map(({ title }) => (title === '' ? words.opening : title));
  const more = titles.length - MOST_SECTIONS;
  return more > 0 ? [...titles.slice(0, MOST_SECTIONS), words.moreSections(more)].join(', ') : titles.join(', ');
}
