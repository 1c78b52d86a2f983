'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDeckSession } from '#components/connection/use-deck-session.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useFreshPage } from '#components/connection/use-fresh-page.ts';
import { useStore } from '#components/connection/use-store.ts';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { Cell } from '#components/connection/cell.ts';
import { isUsed } from '#components/sections/reporters.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { ConnectionStatus, Presence } from '#lib/sync/connection-status.ts';
import type { CallView, DeckReference } from '#lib/views.ts';
import { factsOf } from './board-facts.ts';
import { Missing } from './missing-teams.tsx';
import { BoardMoves } from './board-moves.ts';
import { BoardRow, type BoardFrame } from './board-row.tsx';
import { BoardSummaryLine } from './board-summary.tsx';
import { Sorting } from './sorting.tsx';

const words = messages.sections.board;
const NOBODY = new Cell<readonly Presence[]>([]);
const CLOSED = new Cell<ConnectionStatus>({ type: 'connecting' });

interface LiveBoardProps {
  readonly board: CallView & { readonly deck: DeckReference };
  readonly actions: SectionActions;
  readonly madeAt: string;
}

/** The sections of a call in their order, as everybody changes them. */
export function LiveBoard({ board, actions, madeAt }: LiveBoardProps) {
  const { person, may, deck } = board;
  const { models, sections, session } = useDeckSession({
    ...deck,
    call: presentedCall(board),
    writable: may.writeDeck,
    localCopy: false,
    personId: person?.id ?? null,
    ...(person === null ? {} : { presence: person }),
  });
  useFreshPage(session);
  const placed = useStore(sections);
  const order = useStore(sections.order);
  const { status, here } = useWire(session);
  const [moved, setMoved] = useState<Moved | null>(null);
  const moves = useMoves(session);
  const open = mayChange(board, status);
  // The rows go by what stood when they were last drawn: a move asks for the order of this moment.
  const move = useCallback(
    (from: number, to: number): void => setMoved(movedBy(moves, sections.getSnapshot(), { from, to })),
    [moves, sections],
  );
  const used = isUsed(order);
  const count = placed.length;
  const frame = useMemo<BoardFrame>(
    () => ({ ...frameOf(board, { used, open }), sections, here, actions, madeAt, move: open ? move : null, count }),
    [board, used, open, sections, here, actions, madeAt, move, count],
  );
  return (
    <>
      <BoardSummaryLine sections={placed} used={frame.used} />
      {status.type === 'offline' && <p className="py-2 text-14 font-semibold">{words.offline}</p>}
      {placed.length === 0 && <EmptyState>{messages.call.agendaEmpty}</EmptyState>}
      <Rows board={board} frame={frame} placed={placed} models={models} />
      <MovedLine
        moved={moved}
        undo={() => {
          moves?.undo();
          setMoved(null);
        }}
      />
      {session !== null && <Missing session={session} placed={placed} order={order} writable={open} />}
    </>
  );
}

function useWire(session: DeckSession | null): {
  readonly status: ConnectionStatus;
  readonly here: readonly Presence[];
} {
  const status = useStore(session?.connection.status ?? CLOSED);
  const here = useStore(session?.connection.people ?? NOBODY);
  return { status, here };
}

function mayChange({ may, person }: CallView, status: ConnectionStatus): boolean {
  return status.type === 'live' && status.writable && may.writeDeck && person !== null;
}

function frameOf(
  { person, may, series }: CallView,
  { used, open }: Pick<BoardFrame, 'used'> & { readonly open: boolean },
): Pick<BoardFrame, 'personId' | 'may' | 'used' | 'timeZone' | 'makeTeam'> {
  const teams = addresses.teams(series.slug);
  return {
    personId: person?.id ?? null,
    may: { write: open, manage: open && may.manageSections },
    used,
    timeZone: series.timeZone,
    makeTeam: (title) => (series.may.manage ? `${teams}?topic=${encodeURIComponent(title)}` : null),
  };
}

/** What became of a move, in words. */
interface Moved {
  readonly said: string;
  readonly done: boolean;
}

function movedBy(
  moves: BoardMoves | null,
  placed: readonly PlacedSection[],
  { from, to }: { readonly from: number; readonly to: number },
): Moved {
  const title = placed[from]?.section.title ?? '';
  const done = moves?.move(from, to) === true;
  return { done, said: done ? words.moved(title, to + 1) : words.cannotMove };
}

function MovedLine({ moved, undo }: { readonly moved: Moved | null; readonly undo: () => void }) {
  return (
    <p role="status" className="flex min-h-11 flex-wrap items-center gap-3 py-2 text-14 text-soft">
      {moved !== null && <span>{moved.said}</span>}
      {moved?.done === true && <Button onClick={undo}>{words.undo}</Button>}
    </p>
  );
}

interface RowsProps {
  readonly board: CallView;
  readonly frame: BoardFrame;
  readonly placed: readonly PlacedSection[];
  readonly models: DeckModelStore;
}

function Rows({ board: { series, call }, frame, placed, models }: RowsProps) {
  const model = useStore(models);
  return (
    <Sorting ids={placed.map(idOf)} titles={placed.map(({ section }) => section.title)} move={frame.move}>
      <ol className="border-t border-line">
        {placed.map((each, at) => (
          <BoardRow
            key={idOf(each)}
            id={idOf(each)}
            frame={frame}
            placed={each}
            facts={factsOf(each, placed.slice(0, at), { model, here: frame.here })}
            at={at}
            address={addresses.deck(series.slug, call.address, each.section.key)}
          />
        ))}
      </ol>
    </Sorting>
  );
}

/** A section that has no row yet goes by its key. */
function idOf({ row, section }: PlacedSection): string {
  return row?.id ?? `key ${section.key}`;
}

function useMoves(session: DeckSession | null): BoardMoves | null {
  const [opened] = useState(() => new Cell<BoardMoves | null>(null));
  useEffect(() => {
    if (session === null) return undefined;
    const moves = new BoardMoves(session);
    opened.set(moves);
    return () => {
      opened.set(null);
      moves.close();
    };
  }, [session, opened]);
  return useStore(opened);
}
