'use client';

import { useMemo } from 'react';
import type { CallActions } from '#components/call/call-actions.ts';
import { useDeckSession } from '#components/connection/use-deck-session.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useLeaveGuard } from '#components/connection/leave-guard.ts';
import { TroubleBanner } from '#components/connection/trouble-banner.tsx';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useFreshPage } from '#components/connection/use-fresh-page.ts';
import { useStore } from '#components/connection/use-store.ts';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { Cell } from '#components/connection/cell.ts';
import { isUsed } from '#components/sections/reporters.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { ConnectionStatus, Presence } from '#lib/sync/connection-status.ts';
import type { CallView, DeckReference } from '#lib/views.ts';
import { factsOf, titleOf } from './board-facts.ts';
import { Missing } from './missing-teams.tsx';
import type { BoardFrame } from './board-frame.ts';
import { BoardRow } from './board-row.tsx';
import { BoardSummaryLine } from './board-summary.tsx';
import { MovedLine } from './moved-line.tsx';
import { Sorting } from './sorting.tsx';
import { useBoardMoves } from './use-board-moves.ts';

const words = messages.sections.board;
const NOBODY = new Cell<readonly Presence[]>([]);
const CLOSED = new Cell<ConnectionStatus>({ type: 'connecting' });

interface LiveBoardProps {
  readonly board: CallView & { readonly deck: DeckReference };
  readonly actions: SectionActions;
  readonly changeSlot: CallActions['changeSlot'];
  readonly madeAt: string;
}

/** The sections of a call in their order, as everybody changes them. */
export function LiveBoard({ board, actions, changeSlot, madeAt }: LiveBoardProps) {
  const { person, may, deck } = board;
  const { models, sections, session } = useDeckSession({
    ...deck,
    call: presentedCall(board),
    writable: may.writeDeck || may.held,
    localCopy: false,
    personId: person?.id ?? null,
    ...(person === null ? {} : { presence: person }),
  });
  useFreshPage(session);
  // A move that the server has not confirmed is kept nowhere else.
  useLeaveGuard(session);
  const placed = useStore(sections);
  const order = useStore(sections.order);
  const { status, here } = useWire(session);
  const { moved, move, undo } = useBoardMoves(session, sections);
  const open = mayChange(board, status);
  const used = isUsed(order);
  const count = placed.length;
  const frame = useMemo<BoardFrame>(
    () => ({ ...frameOf(board, { used, open }), sections, here, actions, madeAt, move: open ? move : null, count }),
    [board, used, open, sections, here, actions, madeAt, move, count],
  );
  return (
    <>
      <BoardSummaryLine
        sections={placed}
        used={frame.used}
        slot={board.time.slot}
        changeSlot={board.may.manageSections ? changeSlot : null}
      />
      <WhyNot board={board} session={session} status={status} />
      {placed.length === 0 && <EmptyState>{messages.call.agendaEmpty}</EmptyState>}
      <Rows board={board} frame={frame} placed={placed} models={models} />
      <MovedLine moved={moved} undo={open ? undo : null} />
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

interface WhyNotProps extends Pick<LiveBoardProps, 'board'> {
  readonly session: DeckSession | null;
  readonly status: ConnectionStatus;
}

/** Why nothing can be changed just now, and what to do about it. */
function WhyNot({ board: { call, may, person }, session, status }: WhyNotProps) {
  if (status.type === 'offline') return <p className="py-2 text-14 font-semibold">{words.offline}</p>;
  if (session === null) return null;
  return <TroubleBanner session={session} writable={may.writeDeck && person !== null} record={call.addresses.call} />;
}

interface RowsProps {
  readonly board: CallView;
  readonly frame: BoardFrame;
  readonly placed: readonly PlacedSection[];
  readonly models: DeckModelStore;
}

function Rows({ board: { series, call, time }, frame, placed, models }: RowsProps) {
  const model = useStore(models);
  return (
    <Sorting ids={placed.map(idOf)} titles={placed.map(titleOf)} move={frame.move}>
      <ol className="border-t border-line">
        {placed.map((each, at) => (
          <BoardRow
            key={idOf(each)}
            id={idOf(each)}
            frame={frame}
            placed={each}
            facts={factsOf(each, placed.slice(0, at), { model, here: frame.here, usual: time.usual })}
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
