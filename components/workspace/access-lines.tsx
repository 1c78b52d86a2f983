'use client';

import Link from 'next/link';
import { Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';
import type { DeckAccessActions } from './access-actions.ts';

const words = messages.deck;

interface AccessLinesProps {
  readonly view: DeckView;
  readonly access: DeckAccessActions | null;
}

/** One line each for what people should know of who writes here: that the deck is locked, and as whom they write by a link. */
export function AccessLines({ view, access }: AccessLinesProps) {
  const { lock, frozen } = view.deck;
  return (
    <>
      {lock !== null && !frozen && (
        <LockedLine sentence={words.lock.locked(lock.by)} unlock={view.may.lock ? (access?.unlock ?? null) : null} />
      )}
      {view.bySectionLink && view.person !== null && view.call !== null && !frozen && (
        <p role="status" className="flex flex-wrap items-center gap-x-1.5 border-b border-line bg-well px-4 text-14">
          <span>{words.bySection.writingAs(view.person.name)}</span>
          <span aria-hidden="true" className="text-soft">
            –
          </span>
          <Link
            href={addresses.guestName(view.call.addresses.deck)}
            className="link-text inline-flex min-h-11 items-center desk:min-h-8"
          >
            {words.bySection.notYou}
          </Link>
        </p>
      )}
    </>
  );
}

interface LockedLineProps {
  readonly sentence: string;
  readonly unlock: (() => Promise<string | null>) | null;
}

function LockedLine({ sentence, unlock }: LockedLineProps) {
  const router = useRouter();
  const act = useAct();
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-well px-4 py-1.5 text-14"
    >
      <Lock className="size-4 shrink-0" aria-hidden="true" />
      <span>{act.refusal ?? sentence}</span>
      {unlock !== null && (
        <Button disabled={act.pending} onClick={() => act.run(unlock, () => router.refresh())}>
          {words.lock.unlock}
        </Button>
      )}
    </div>
  );
}
