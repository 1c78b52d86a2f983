'use client';

import { useState } from 'react';
import type { DeckAccessActions } from '#components/workspace/access-actions.ts';
import type { HistoryActions, HistoryEntry, HistoryView } from '#lib/history/history-views.ts';
import { askUndo } from './asked-changes.ts';
import type { Doing, HistoryFrame } from './history-frame.ts';
import { keyOf, momentOf } from './moment-words.ts';
import { useChanges, type Changes } from './use-changes.ts';
import { useChosenMoment, type ChosenMoment } from './use-chosen-moment.ts';
import { useFreshHistory } from './use-fresh-history.ts';
import { useMomentClock } from './use-moment-clock.ts';
import { useOlderParts, type OlderParts } from './use-older-parts.ts';

export interface HistoryDeskProps {
  readonly view: HistoryView;
  readonly actions: HistoryActions;
  readonly access: DeckAccessActions | null;
  /** Address of the stage document. */
  readonly stage: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What the history page knows and does. */
interface HistoryDeskState {
  readonly frame: HistoryFrame;
  readonly older: OlderParts;
  readonly chosen: ChosenMoment;
  readonly changes: Changes;
  /** The entry that is looked at; null for none. */
  readonly current: HistoryEntry | null;
  readonly choose: (entry: HistoryEntry) => void;
  /** Back to the timeline. */
  readonly leave: () => void;
}

/** Ties the timeline, the moment that the address names, and what is done to the deck together. */
export function useHistoryDesk({ view, actions, access, stage, madeAt }: HistoryDeskProps): HistoryDeskState {
  const clock = useMomentClock(view.series.timeZone, madeAt);
  const older = useOlderParts(view, actions);
  const chosen = useChosenMoment();
  const changes = useChanges(actions);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  useFreshHistory();
  const frame: HistoryFrame = {
    ...clock,
    view,
    actions,
    access,
    stage,
    madeAt,
    entries: older.entries,
    undoOf: (person, row, at) => askUndo(view, person, { row, time: clock.sayMoment(at) }),
    doing,
    onDo: setDoing,
  };
  return {
    frame,
    older,
    chosen,
    changes,
    current: currentEntry(older.entries, chosen.at, picked),
    choose: (entry) => {
      setDoing(null);
      setPicked(keyOf(entry));
      chosen.choose(momentOf(entry)?.seq ?? null);
    },
    leave: () => {
      setDoing(null);
      if (doing === null) chosen.choose(null);
    },
  };
}

/** The entry that the chosen moment stands for: the one that was pressed, else somebody's edits before anything else. */
function currentEntry(entries: readonly HistoryEntry[], at: number | null, picked: string | null): HistoryEntry | null {
  if (at === null) return null;
  const same = entries.filter((entry) => momentOf(entry)?.seq === at);
  return same.find((entry) => keyOf(entry) === picked) ?? same.find(({ type }) => type === 'edits') ?? same[0] ?? null;
}
