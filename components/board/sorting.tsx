'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { messages } from '#lib/messages/en.ts';
import type { BoardFrame } from './board-frame.ts';

const words = messages.sections.board;

interface SortingProps {
  readonly ids: readonly string[];
  /** By the same numbers. */
  readonly titles: readonly string[];
  readonly move: BoardFrame['move'];
  readonly children: ReactNode;
}

/** Rows that are dragged, by pointer, finger or keys, to their new place. */
export function Sorting({ ids, titles, move, children }: SortingProps) {
  const sensors = useSensors(
    // A press that does not move is a press.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: UniqueIdentifier | undefined): number => ids.indexOf(String(id ?? ''));
  const end = ({ active, over }: DragEndEvent): void => {
    const [from, to] = [placeOf(active.id), placeOf(over?.id)];
    if (from !== -1 && to !== -1 && from !== to) move?.(from, to);
  };
  const title = (id: UniqueIdentifier): string => titles[placeOf(id)] ?? '';
  const announcements: Announcements = {
    onDragStart: ({ active }) => words.held(title(active.id)),
    onDragOver: ({ active, over }) => words.over(title(active.id), placeOf(over?.id ?? active.id) + 1),
    onDragEnd: ({ active }) => words.dropped(title(active.id)),
    onDragCancel: ({ active }) => words.cancelled(title(active.id)),
  };
  return (
    <DndContext
      id="board"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.drag } }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
