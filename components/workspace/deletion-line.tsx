'use client';

import { X } from 'lucide-react';
import { useEffect, useMemo, useState, type MouseEvent } from 'react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { useAct } from '#components/ui/use-act.ts';
import type { HistoryActions } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { LargeDeletionNotice } from '#lib/sync/frames.ts';
import { DeletionStore } from './deletion-store.ts';
import type { DeckDesk } from './deck-desk.ts';

const words = messages.deck.deletion;

interface DeletionLineProps {
  readonly desk: DeckDesk;
  readonly session: DeckSession | null;
  readonly undo: HistoryActions['make'];
}

/** One line for everybody who writes when much was taken out at once, with the way back. It is in nobody's way: the text goes on. */
export function DeletionLine({ desk, session, undo }: DeletionLineProps) {
  return session === null ? null : <OpenLine desk={desk} session={session} undo={undo} />;
}

type OpenLineProps = DeletionLineProps & { readonly session: DeckSession };

function OpenLine({ desk, session: { connection, models }, undo }: OpenLineProps) {
  const store = useMemo(() => new DeletionStore(connection, models), [connection, models]);
  useEffect(() => store.listen(), [store]);
  const deletion = useStore(store);
  const writable = useStore(desk.writable);
  return (
    <div role="status" className="shrink-0">
      {deletion !== null && writable && (
        <Line key={deletion.seq} deletion={deletion} undo={undo} onClose={store.putAway} onPress={desk.write} />
      )}
    </div>
  );
}

interface LineProps {
  readonly deletion: LargeDeletionNotice;
  readonly undo: HistoryActions['make'];
  readonly onClose: () => void;
  /** Where the keyboard goes on: the line is about to go. */
  readonly onPress: () => void;
}

function Line({ deletion: { by, section, seq }, undo, onClose, onPress }: LineProps) {
  const act = useAct();
  // Others may have gone on with some of the words: then not all of them came back.
  const [partly, setPartly] = useState(false);
  const press = (work: () => void) => (event: MouseEvent) => {
    if (event.currentTarget.matches(':focus-visible')) onPress();
    work();
  };
  const takeBack = async (): Promise<string | null> => {
    const answer = await undo({ type: 'takeBack', from: seq, to: seq });
    if ('refusal' in answer) return answer.refusal;
    if (answer.undecided.length === 0) onClose();
    else setPartly(true);
    return null;
  };
  return (
    <div className="flex items-center gap-x-3 border-t border-line bg-well px-4 py-1.5 text-14">
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {act.refusal ?? (partly ? words.partly : words.sentence(by, section))}
      </p>
      {!partly && (
        <Button aria-disabled={act.pending} onClick={press(() => act.run(takeBack))}>
          {words.undo}
        </Button>
      )}
      <Button tone="bare" aria-label={words.close} title={words.close} onClick={press(onClose)}>
        <X className="size-4" aria-hidden="true" />
      </Button>
    </div>
  );
}
