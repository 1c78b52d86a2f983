'use client';

import { ChevronLeft, History } from 'lucide-react';
import Link from 'next/link';
import { Presence } from '#components/connection/presence.tsx';
import { SaveLine, SaveSentence } from '#components/connection/save-sentence.tsx';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { messages } from '#lib/messages/en.ts';
import { addresses } from '#lib/addresses.ts';
import type { DeckView } from '#lib/views.ts';
import type { DeckAccessActions } from './access-actions.ts';
import { AccessMenu } from './access-menu.tsx';

const words = messages.deck;

interface WorkspaceHeaderProps {
  readonly view: DeckView;
  readonly session: DeckSession | null;
  readonly access: DeckAccessActions | null;
}

/** Where this deck belongs, who is here, whether the text is safe, and on to the call. */
export function WorkspaceHeader({ view, session, access }: WorkspaceHeaderProps) {
  return (
    <header className="grid shrink-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 border-b border-line px-3 py-1.5 desk:flex desk:h-12 desk:px-4 desk:py-0">
      <BackLink view={view} />
      {view.call?.state === 'live' && (
        <div className="flex items-center max-desk:hidden">
          <StatusMark status="live">{messages.frame.callState.live}</StatusMark>
        </div>
      )}
      <div className="order-4 flex min-w-0 items-center justify-end desk:order-none desk:flex-1">
        {session !== null && <Presence people={session.connection.people} />}
        {session !== null && access !== null && (view.may.lock || view.may.putOut) && (
          <AccessMenu view={view} people={session.connection.people} access={access} />
        )}
        {view.may.history && <HistoryLink view={view} />}
      </div>
      <div className="order-3 min-w-0 desk:order-none desk:min-w-44 desk:text-right">
        {session === null ? (
          <SaveLine tone="busy">{words.save.connecting}</SaveLine>
        ) : (
          <SaveSentence safety={session.safety} writable={view.may.writeDeck} />
        )}
      </div>
      <Onward view={view} />
    </header>
  );
}

function BackLink({ view }: { readonly view: DeckView }) {
  const { call, series } = view;
  return (
    <h1 className="min-w-0">
      <Link
        href={call?.addresses.call ?? series.addresses.series}
        className="-ml-1.5 flex min-h-11 min-w-0 items-center gap-1 rounded-6 pr-2 text-16 font-semibold hover:bg-well desk:min-h-9 desk:max-w-[26rem]"
      >
        <ChevronLeft className="size-4.5 shrink-0 text-soft" aria-hidden="true" />
        <span className="truncate">{call?.title ?? series.name}</span>
        <span className="tabular shrink-0 font-normal text-soft">
          {call === null ? words.template : words.day(call.when.date)}
        </span>
      </Link>
    </h1>
  );
}

function HistoryLink({ view: { call, series } }: { readonly view: DeckView }) {
  const href = call === null ? addresses.templateHistory(series.slug) : addresses.history(series.slug, call.address);
  return (
    <LinkButton
      tone="bare"
      href={href}
      className="shrink-0 max-desk:size-11 max-desk:!px-0"
      title={messages.history.linkTitle}
    >
      <History className="size-4" aria-hidden="true" />
      <span className="max-desk:sr-only">{messages.history.link}</span>
    </LinkButton>
  );
}

function Onward({ view }: { readonly view: DeckView }) {
  const { call, may } = view;
  // Once it has ended the banner says so, and leads to the record.
  if (call === null || call.state === 'ended') return null;
  if (may.present)
    return (
      <LinkButton tone="main" href={call.addresses.present}>
        {words.present}
      </LinkButton>
    );
  return call.state === 'live' ? <LinkButton href={call.addresses.live}>{words.follow}</LinkButton> : null;
}
