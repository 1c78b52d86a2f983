'use client';

import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { Button } from '#components/ui/button.tsx';
import { editDeckText } from '#lib/deck/edit-text.ts';
import { messages } from '#lib/messages/en.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { textWithSection } from './added-section.ts';
import { missingTeams } from './board-facts.ts';

const words = messages.sections.board;

interface MissingProps {
  readonly session: DeckSession;
  readonly placed: readonly PlacedSection[];
  readonly order: RunningOrder;
  readonly writable: boolean;
}

/** Teams that have no section in this deck, and a way to give them one. */
export function Missing({ session, placed, order, writable }: MissingProps) {
  const missing = missingTeams(placed, order);
  if (missing.length === 0) return null;
  const add = (name: string, before: number): void => addSection(session, name, before);
  return (
    <ul className="text-14 text-soft">
      {missing.map(({ id, name, before }) => (
        <li key={id} className="flex min-h-11 flex-wrap items-center gap-3">
          <span className="[overflow-wrap:anywhere]">{words.missing(name)}</span>
          {writable && <Button onClick={() => add(name, before)}>{words.addSection}</Button>}
        </li>
      ))}
    </ul>
  );
}

function addSection({ connection, models }: DeckSession, name: string, before: number): void {
  editDeckText(connection.doc, textWithSection(models.refresh(), name, before), 'board');
}
