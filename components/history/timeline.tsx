'use client';

import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import type { HistoryEntry } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { HistoryFrame } from './history-frame.ts';
import { keyOf, timeOf } from './moment-words.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import type { OlderParts } from './use-older-parts.ts';

const words = messages.history;

interface TimelineProps {
  readonly frame: HistoryFrame;
  readonly older: OlderParts;
  /** Key of the entry that is looked at; null for none. */
  readonly current: string | null;
  readonly onChoose: (entry: HistoryEntry) => void;
}

/** What happened to the deck, newest first, by days. */
export function Timeline({ frame, older, current, onChoose }: TimelineProps) {
  const days = Map.groupBy(frame.entries, (entry) => frame.sayDay(timeOf(entry)));
  return (
    <nav aria-label={words.timeline.title}>
      <h2 className="label-caps border-b border-line pb-2">{words.timeline.title}</h2>
      {[...days].map(([day, entries]) => (
        <section key={day} className="mb-4">
          <h3 className="pt-3 pb-1 text-14 font-semibold">{day}</h3>
          <ol>
            {entries.map((entry) => (
              <TimelineEntry
                key={keyOf(entry)}
                entry={entry}
                frame={frame}
                current={keyOf(entry) === current}
                onChoose={() => onChoose(entry)}
              />
            ))}
          </ol>
        </section>
      ))}
      {older.refusal !== null && <Problem>{older.refusal}</Problem>}
      {older.more && (
        <Button aria-disabled={older.pending} onClick={older.load}>
          {older.pending ? messages.frame.working : words.older}
        </Button>
      )}
      {!older.more && isTrimmed(frame) && (
        <p className="border-t border-line pt-3 text-14 text-soft">{words.trimmed(frame.view.keptDays)}</p>
      )}
    </nav>
  );
}

const DAY_MS = 86_400_000;

/** Whether this history reaches back beyond what the log keeps. */
function isTrimmed({ entries, view, madeAt }: HistoryFrame): boolean {
  const oldest = entries.at(-1);
  return oldest !== undefined && Date.parse(madeAt) - Date.parse(timeOf(oldest)) > view.keptDays * DAY_MS;
}
