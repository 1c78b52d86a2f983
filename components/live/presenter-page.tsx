'use client';

import { KeysDialog, useKeysDialog } from '#components/connection/keys-dialog.tsx';
import { useDeckSession } from '#components/connection/use-deck-session.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useFreshPage } from '#components/connection/use-fresh-page.ts';
import type { CallActions } from '#components/call/call-actions.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';
import { PRESENTER_KEYS } from './live-keys.ts';
import { PresenterDesk } from './presenter-desk.tsx';
import { PresenterHeader } from './presenter-header.tsx';
import { useLiveCourse } from './use-live-course.ts';

interface PresenterPageProps {
  readonly view: DeckView;
  readonly actions: CallActions;
  /** Address of the stage document. */
  readonly stage: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The presenter's page: now, next, notes and clock. Before the call it is a rehearsal that nobody follows. */
export function PresenterPage({ view, actions, stage, madeAt }: PresenterPageProps) {
  const { session } = useDeckSession({
    ...view.deck,
    call: presentedCall(view),
    writable: false,
    localCopy: false,
    personId: view.person?.id ?? null,
    ...(view.person === null ? {} : { presence: view.person }),
  });
  const course = useLiveCourse(session, view.person?.id ?? null);
  const keys = useKeysDialog();
  useFreshPage(session);
  return (
    <div className="flex min-h-dvh flex-col desk:h-dvh desk:overflow-hidden">
      <PresenterHeader view={view} session={session} actions={actions} onKeys={keys.show} />
      {session === null || course === null ? (
        <div role="status" aria-label={messages.live.loading} className="skeleton m-4 flex-1" />
      ) : (
        <PresenterDesk view={view} session={session} course={course} stage={stage} madeAt={madeAt} />
      )}
      <KeysDialog dialog={keys.dialog} lines={PRESENTER_KEYS} />
    </div>
  );
}
