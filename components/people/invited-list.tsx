'use client';

import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { InvitationView } from '#lib/people/people-views.ts';

const words = messages.people.invited;

interface InvitedListProps {
  readonly invitations: readonly InvitationView[];
  readonly end: (invitation: string) => Promise<string | null>;
}

/** Invitations that wait for an answer. */
export function InvitedList({ invitations, end }: InvitedListProps) {
  const act = useAct();
  if (invitations.length === 0) return <p className="py-3 text-14 text-soft">{words.none}</p>;
  return (
    <>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      <ul aria-label={words.title} aria-busy={act.pending}>
        {invitations.map((one) => (
          <li key={one.id} className="flex items-center justify-between gap-4 border-b border-line py-1.5 text-14">
            <span className="min-w-0">
              <span className="font-medium [overflow-wrap:anywhere]">{one.name}</span>
              <span className="block text-soft [overflow-wrap:anywhere]">
                {[
                  messages.people.role[one.role],
                  ...(one.many ? [words.many] : []),
                  ...(one.mailedTo === null ? [] : [words.sentTo(one.mailedTo)]),
                  words.until(messages.deck.day(one.expiresAt.slice(0, 10))),
                ].join(' · ')}
              </span>
            </span>
            <Button
              aria-label={words.endLabel(one.name)}
              disabled={act.pending}
              onClick={() => act.run(() => end(one.id))}
            >
              {words.end}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
