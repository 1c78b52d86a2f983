'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { CallControls } from '#components/call/call-controls.tsx';
import { useStore } from '#components/connection/use-store.ts';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import { Agenda } from './agenda.tsx';
import { HandOver } from './hand-over.tsx';
import { PeopleHere } from './people-here.tsx';
import { PresenterActs } from './presenter-acts.tsx';
import type { PresenterParts } from './presenter-parts.ts';
import { ShareStage } from './share-stage.tsx';

const words = messages.presenting;

/** Everything that is not needed at every moment. It lies over what comes next and the notes; the slide and the clock stay in view. */
export function PresenterMore({ parts }: { readonly parts: PresenterParts }) {
  const live = useStore(parts.session.connection.live) !== null;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // Who opened it with a mouse goes on with the slides: a button that kept the focus would take the space bar from them.
    const back = before instanceof HTMLElement && before.matches(':focus-visible') ? before : null;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement === document.body) back?.focus();
    };
  }, []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={words.more}
      className="fixed inset-x-0 top-0 bottom-44 z-10 overflow-y-auto bg-paper px-3 pt-2 pb-16 outline-none desk:absolute desk:-inset-x-2 desk:inset-y-0 desk:px-2 desk:py-0"
    >
      <div className="pointer-events-none sticky top-0 z-10 -mb-11 flex justify-end tablet:-mb-9">
        <Button
          tone="bare"
          aria-label={words.closeMore}
          onClick={() => parts.tools.showMore(false)}
          className="pointer-events-auto relative -top-2 bg-paper"
        >
          <X className="size-4.5" aria-hidden="true" />
        </Button>
      </div>
      <div className="divide-y divide-line">
        <Part title={words.tools.label}>
          <PresenterActs parts={parts} />
        </Part>
        {live && (
          <Part title={words.hand.label}>
            <HandOver parts={parts} />
          </Part>
        )}
        <div className="py-4">
          <Agenda
            view={parts.view}
            session={parts.session}
            onGo={(slide) => parts.course.moved({ slide, fragment: -1 })}
          />
        </div>
        <Part title={words.here.label}>
          <PeopleHere parts={parts} />
        </Part>
        <Part title={words.share.label}>
          <ShareStage view={parts.view} />
        </Part>
        <Part title={words.rest.label}>
          <Rest parts={parts} />
        </Part>
      </div>
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="py-4 first:pt-0">
      <h2 id={id} className="label-caps mb-2">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Rest({ parts: { view, session, course, tools, actions, onKeys } }: { readonly parts: PresenterParts }) {
  const { call, may } = view;
  const live = useStore(session.connection.live) !== null;
  // What the page knew of it when it was made may have been handed on since.
  const presenting = useStore(course).role === 'presenting';
  const end = live && (may.takeOver || presenting);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {call !== null && may.readDeck && (
        <Link href={call.addresses.deck} className={buttonClass('quiet')}>
          {words.rest.deck}
        </Link>
      )}
      {call !== null && (
        <Link href={call.addresses.call} className={buttonClass('quiet')}>
          {words.rest.call}
        </Link>
      )}
      <Button
        className="max-tablet:hidden"
        onClick={() => {
          tools.showMore(false);
          onKeys();
        }}
      >
        {words.rest.keys}
      </Button>
      <CallControls may={{ start: false, end, resume: false }} actions={actions} />
    </div>
  );
}
