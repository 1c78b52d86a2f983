'use client';

import { Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import type { DeckAccessActions } from '#components/workspace/access-actions.ts';
import type { HistoryView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.deck.lock;

interface EmergencyProps {
  readonly view: HistoryView;
  readonly access: DeckAccessActions;
}

/** First of all, nobody goes on destroying: locks the deck, or says that it is locked. */
export function Emergency({ view, access }: EmergencyProps) {
  const router = useRouter();
  const act = useAct();
  const { lock, frozen } = view.deck;
  if (frozen || (lock === null && !view.may.lock)) return null;
  const run = (work: () => Promise<string | null>): void => act.run(work, () => router.refresh());
  return (
    <>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      {lock !== null && (
        <span role="status" className="inline-flex items-center gap-2 text-14">
          <Lock className="size-4 shrink-0" aria-hidden="true" />
          {words.locked(lock.by)}
        </span>
      )}
      {view.may.lock &&
        (lock === null ? (
          <Confirm
            trigger={
              <Button aria-disabled={act.pending}>
                <Lock className="size-4" aria-hidden="true" />
                {messages.history.emergency.lock}
              </Button>
            }
            title={words.lockTitle}
            text={words.lockText}
            yes={words.lockYes}
            no={words.keep}
            onYes={() => run(access.lock)}
          />
        ) : (
          <Button aria-disabled={act.pending} onClick={() => run(access.unlock)}>
            {words.unlock}
          </Button>
        ))}
    </>
  );
}
