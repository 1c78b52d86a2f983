'use client';

import { useRouter } from 'next/navigation';
import { offeredTo } from '#components/live/baton.ts';
import { useStore } from '#components/connection/use-store.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';

const words = messages.presenting;

interface OfferLineProps {
  readonly view: DeckView;
  readonly session: DeckSession | null;
}

/** One line for the reporter whose section is on the stage, who may present it. It takes no key: here keys are for writing. */
export function OfferLine({ view, session }: OfferLineProps) {
  return session === null || view.call === null ? null : <OpenLine view={view} session={session} />;
}

function OpenLine({ view, session: { connection } }: { readonly view: DeckView; readonly session: DeckSession }) {
  const router = useRouter();
  const section = offeredTo(useStore(connection.live), view.person?.id ?? null);
  const accept = (): void => {
    const sent = connection.request({ type: 'answer', accept: true });
    if (sent && view.call !== null) router.push(view.call.addresses.present);
  };
  return (
    <div role="status" className="shrink-0">
      {section !== null && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-wash px-4 py-1.5 text-14">
          <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">{words.notices.offered(section)}</p>
          <Button tone="main" onClick={accept}>
            {words.hand.present}
          </Button>
          <Button tone="bare" onClick={() => connection.request({ type: 'answer', accept: false })}>
            {words.notices.notNow}
          </Button>
        </div>
      )}
    </div>
  );
}
