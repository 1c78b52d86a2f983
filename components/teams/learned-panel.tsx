'use client';

import { useRef, useState } from 'react';
import { Folded } from '#components/ui/folded.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { LearnedView } from '#lib/teams/learned-views.ts';
import { LearnedForm } from './learned-form.tsx';

const words = messages.teams.learned;

interface LearnedPanelProps {
  readonly learned: LearnedView;
  readonly accept: FormAction;
  /** The series has no teams yet: then this is the first thing to do. */
  readonly first: boolean;
}

/** What decks teach, to accept or to change first. Once there are teams it waits folded, and is gone when all is known. */
export function LearnedPanel({ learned, accept, first }: LearnedPanelProps) {
  const [accepted, setAccepted] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const { teams, topics } = learned;
  const count = teams.length + topics.length;
  const taken = (): void => {
    setAccepted(true);
    // The form that had the focus is gone.
    status.current?.focus();
  };
  const form = <LearnedForm key={signatureOf(learned)} learned={learned} accept={accept} onTaken={taken} />;
  return (
    <>
      <p ref={status} role="status" tabIndex={-1} className="text-14 text-soft not-empty:mb-6">
        {accepted ? words.accepted : ''}
      </p>
      {count > 0 && (
        <section className="mb-12">
          <h2 className="label-caps border-b border-line pb-2">{words.title}</h2>
          {first ? form : <Folded title={words.more(count)}>{form}</Folded>}
        </section>
      )}
    </>
  );
}

/** Another form when there is other to learn: what was typed into the old one is about other rows. */
function signatureOf({ teams, topics }: LearnedView): string {
  return JSON.stringify([...teams, ...topics].map(({ spellings }) => spellings.map(({ spelling }) => spelling)));
}
