'use client';

import { Lock } from 'lucide-react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import type { DeckView } from '#lib/views.ts';

const words = messages.callTime;

interface HeldLineProps {
  readonly view: DeckView;
  readonly session: DeckSession;
}

/** That only hosts and the reporter of the section on the stage write while the call is live; a host ends that by one press. */
export function HeldLine({ view: { may, deck, person }, session: { connection, sections } }: HeldLineProps) {
  const live = useStore(connection.live);
  const order = useStore(sections.order);
  if (live?.held !== true || deck.frozen) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-well px-4 py-1.5 text-14"
    >
      <Lock className="size-4 shrink-0" aria-hidden="true" />
      <span>{isOwn(order, live.section, person?.id ?? null) ? words.heldYours : words.held}</span>
      {may.manageSections && (
        <Button onClick={() => connection.request({ type: 'hold', held: false })}>{words.letAll}</Button>
      )}
    </div>
  );
}

/** Whether this person reports the section on the stage, or stands in. */
function isOwn({ sections }: RunningOrder, section: string | null, personId: string | null): boolean {
  const row = section === null || personId === null ? undefined : sections.find(({ id }) => id === section);
  return row !== undefined && (row.reporter?.id === personId || row.deputy?.id === personId);
}
