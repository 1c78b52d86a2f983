'use client';

import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { CallActions } from '#components/call/call-actions.ts';
import { CallControls } from '#components/call/call-controls.tsx';
import { Presence } from '#components/connection/presence.tsx';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';

const words = messages.live;

interface PresenterHeaderProps {
  readonly view: DeckView;
  readonly session: DeckSession | null;
  readonly actions: CallActions;
  readonly onKeys: () => void;
}

/** Where this call belongs, who is here, the deck, and the call's start and end. */
export function PresenterHeader({ view, session, actions, onKeys }: PresenterHeaderProps) {
  const { call, series } = view;
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5 desk:h-13 desk:px-4 desk:py-0">
      <h1 className="min-w-0 max-desk:flex-1">
        <Link
          href={call?.addresses.call ?? series.addresses.series}
          className="-ml-1.5 flex min-h-11 min-w-0 items-center gap-1 rounded-6 pr-2 text-16 font-semibold hover:bg-well desk:min-h-9 desk:max-w-[26rem]"
        >
          <ChevronLeft className="size-4.5 shrink-0 text-soft" aria-hidden="true" />
          <span className="truncate">{call?.title ?? series.name}</span>
        </Link>
      </h1>
      <div className="flex min-w-0 flex-1 justify-end max-desk:hidden">
        {session !== null && <Presence people={session.connection.people} />}
      </div>
      <Button tone="bare" className="max-desk:hidden" onClick={onKeys}>
        {words.keys}
      </Button>
      {call !== null && view.may.readDeck && (
        <LinkButton href={call.addresses.deck} className="max-tablet:hidden">
          {words.openDeck}
        </LinkButton>
      )}
      <CallControls may={{ start: view.may.start, end: view.may.end, resume: view.may.resume }} actions={actions} />
    </header>
  );
}
