'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { PersonView } from '#lib/views.ts';
import type { HistoryFrame } from './history-frame.ts';

const words = messages.history.emergency;

/** Puts somebody out of the deck who destroys it, or lets them in again. Nothing for who may not, and beside one's own name. */
export function PutOutButton({ frame, person }: { readonly frame: HistoryFrame; readonly person: PersonView }) {
  const router = useRouter();
  const act = useAct();
  const { access, view } = frame;
  if (access === null || !view.may.putOut || view.deck.frozen || person.id === view.you?.id) return null;
  const isOut = view.putOut.some(({ id }) => id === person.id);
  const run = (work: (id: string) => Promise<string | null>): void =>
    act.run(
      () => work(person.id),
      () => router.refresh(),
    );
  return (
    <>
      {isOut ? (
        <Button tone="bare" onClick={() => run(access.letIn)}>
          {words.letIn}
          <span className="sr-only">{person.name}</span>
        </Button>
      ) : (
        <Confirm
          trigger={
            <Button tone="bare" aria-disabled={act.pending}>
              {words.putOut}
              <span className="sr-only">{person.name}</span>
            </Button>
          }
          title={messages.deck.putOut.title(person.name)}
          text={messages.deck.putOut.text}
          yes={messages.deck.putOut.yes}
          no={messages.deck.lock.keep}
          onYes={() => run(access.putOut)}
        />
      )}
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
    </>
  );
}
