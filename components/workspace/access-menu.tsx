'use client';

import { Lock, LockOpen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { AskAgain } from '#components/ui/ask-again.tsx';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { Menu, MenuItem, MenuRule } from '#components/ui/menu.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { Presence } from '#lib/sync/connection-status.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { DeckView, PersonView } from '#lib/views.ts';
import type { DeckAccessActions } from './access-actions.ts';

const words = messages.deck;

interface AccessMenuProps {
  readonly view: DeckView;
  readonly people: ExternalStore<readonly Presence[]>;
  readonly access: DeckAccessActions;
}

type Asking = { readonly type: 'lock' } | { readonly type: 'putOut'; readonly person: PersonView };

/** Who may write in this deck: lock it, put somebody out, let them in again. */
export function AccessMenu({ view, people, access }: AccessMenuProps) {
  const router = useRouter();
  const act = useAct();
  const [asking, setAsking] = useState<Asking | null>(null);
  const here = useStore(people);
  const run = (work: () => Promise<string | null>): void => act.run(work, () => router.refresh());
  const locked = view.deck.lock !== null;
  return (
    <div className="relative ml-2 shrink-0">
      <Menu
        label={words.lock.menu}
        trigger={
          <Button
            tone="bare"
            className="size-11 !px-0 desk:size-9"
            aria-label={words.lock.menu}
            aria-busy={act.pending}
          >
            {locked ? (
              <Lock className="size-4" aria-hidden="true" />
            ) : (
              <LockOpen className="size-4 text-soft" aria-hidden="true" />
            )}
          </Button>
        }
      >
        {view.may.lock &&
          (locked ? (
            <MenuItem onSelect={() => run(access.unlock)}>{words.lock.unlock}</MenuItem>
          ) : (
            <MenuItem onSelect={() => setAsking({ type: 'lock' })}>{words.lock.lock}</MenuItem>
          ))}
        {view.may.putOut && (
          <PutOutItems
            here={othersOf(here, view)}
            out={view.putOut}
            onPutOut={(person) => setAsking({ type: 'putOut', person })}
            onLetIn={(person) => run(() => access.letIn(person.id))}
          />
        )}
      </Menu>
      {act.refusal !== null && (
        <div className="absolute top-full right-0 z-40 w-72 rounded-6 border border-line bg-sheet p-3 shadow-float">
          <Problem>{act.refusal}</Problem>
        </div>
      )}
      {asking !== null && <Question asking={asking} access={access} run={run} onClose={() => setAsking(null)} />}
    </div>
  );
}

/** Everybody who is here under a name, but for oneself and those who are out already. */
function othersOf(here: readonly Presence[], { person, putOut }: DeckView): readonly PersonView[] {
  const people = new Map<string, PersonView>();
  for (const { personId, name, hue } of here)
    if (personId !== null && personId !== person?.id) people.set(personId, { id: personId, name, hue });
  for (const { id } of putOut) people.delete(id);
  return [...people.values()];
}

interface PutOutItemsProps {
  readonly here: readonly PersonView[];
  readonly out: readonly PersonView[];
  readonly onPutOut: (person: PersonView) => void;
  readonly onLetIn: (person: PersonView) => void;
}

function PutOutItems({ here, out, onPutOut, onLetIn }: PutOutItemsProps) {
  return (
    <>
      {here.length + out.length > 0 && <MenuRule />}
      {here.map((person) => (
        <MenuItem key={person.id} onSelect={() => onPutOut(person)}>
          {words.putOut.person(person.name)}
        </MenuItem>
      ))}
      {out.map((person) => (
        <MenuItem key={person.id} onSelect={() => onLetIn(person)}>
          {words.putOut.letIn(person.name)}
        </MenuItem>
      ))}
    </>
  );
}

interface QuestionProps {
  readonly asking: Asking;
  readonly access: DeckAccessActions;
  readonly run: (work: () => Promise<string | null>) => void;
  readonly onClose: () => void;
}

function Question({ asking, access, run, onClose }: QuestionProps) {
  const common = { no: words.lock.keep, onClose };
  if (asking.type === 'lock')
    return (
      <AskAgain
        {...common}
        title={words.lock.lockTitle}
        text={words.lock.lockText}
        yes={words.lock.lockYes}
        onYes={() => run(access.lock)}
      />
    );
  return (
    <AskAgain
      {...common}
      title={words.putOut.title(asking.person.name)}
      text={words.putOut.text}
      yes={words.putOut.yes}
      onYes={() => run(() => access.putOut(asking.person.id))}
    />
  );
}
