'use client';

import { Play, RotateCcw, Undo2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { EditsEntry, HistoryEntry, HistoryPerson, MomentView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { ActLabel } from './act-label.tsx';
import { askDeck, askDeletion } from './asked-changes.ts';
import type { HistoryFrame } from './history-frame.ts';
import { momentOf, nameOf } from './moment-words.ts';
import { NameMoment } from './name-moment.tsx';
import { PanelTitle } from './panel-title.tsx';

const words = messages.history;

interface MomentHeadProps {
  readonly frame: HistoryFrame;
  readonly at: number;
  /** Entry of the timeline that was chosen; null where only the moment is known. */
  readonly entry: HistoryEntry | null;
  /** Null until it is read. */
  readonly moment: MomentView | null;
}

/** What a moment is called, and what can be done with all of it. */
export function MomentHead({ frame, at, entry, moment }: MomentHeadProps) {
  const title = entry === null ? null : (momentOf(entry)?.title ?? null);
  const asItWas = moment === null ? '\u00A0' : words.moment.asItWas(frame.sayMoment(moment.at.when));
  return (
    <>
      <PanelTitle key={at} stay>
        {title ?? asItWas}
      </PanelTitle>
      {title !== null && <p className="mt-1 text-14 text-soft">{asItWas}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        <EntryActs frame={frame} entry={entry} />
        {moment !== null && <RestoreAll frame={frame} moment={moment} />}
        <NameMoment frame={frame} at={at} />
      </div>
    </>
  );
}

function EntryActs({ frame, entry }: Pick<MomentHeadProps, 'frame' | 'entry'>) {
  if (entry?.type === 'edits') return <EditsActs entry={entry} frame={frame} />;
  if (entry?.type === 'revision' && entry.reason === 'deletion') return <UndoDeletion frame={frame} seq={entry.seq} />;
  return null;
}

/** What can be done about the edits that came after this moment. */
function EditsActs({ entry, frame }: { readonly entry: EditsEntry; readonly frame: HistoryFrame }) {
  const { person, from, to, startedAt } = entry;
  const name = nameOf(person);
  const undo = person === null ? null : frame.undoOf(person, from, startedAt);
  return (
    <>
      {undo !== null && (
        <Button onClick={() => frame.onDo({ type: 'change', asked: undo })}>
          <Undo2 className="size-4" aria-hidden="true" />
          <ActLabel>{undoWords(frame, person, startedAt)}</ActLabel>
        </Button>
      )}
      <Button
        aria-label={words.playTitle(name)}
        onClick={() => frame.onDo({ type: 'play', asked: { from: from - 1, to, name } })}
      >
        <Play className="size-4" aria-hidden="true" />
        {words.play}
      </Button>
    </>
  );
}

/** Whoever writes the deck may take back a deletion that was too large to go unnoticed. */
function UndoDeletion({ frame, seq }: { readonly frame: HistoryFrame; readonly seq: number }) {
  const { may, deck } = frame.view;
  if (deck.frozen || !may.restoreOwn) return null;
  return (
    <Button onClick={() => frame.onDo({ type: 'change', asked: askDeletion(seq) })}>
      <Undo2 className="size-4" aria-hidden="true" />
      {words.undoDeletion}
    </Button>
  );
}

function undoWords({ view, sayMoment }: HistoryFrame, person: HistoryPerson | null, since: string): string {
  const time = sayMoment(since);
  return person !== null && person.id === view.you?.id
    ? words.undoYoursSince(time)
    : words.undoSince(nameOf(person), time);
}

function RestoreAll({ frame, moment }: { readonly frame: HistoryFrame; readonly moment: MomentView }) {
  const { may, deck, head } = frame.view;
  if (!may.restoreAll || deck.frozen || moment.at.seq === head) return null;
  const time = frame.sayMoment(moment.at.when);
  return (
    <Button onClick={() => frame.onDo({ type: 'change', asked: askDeck(moment, time) })}>
      <RotateCcw className="size-4" aria-hidden="true" />
      {words.restoreAll}
    </Button>
  );
}
