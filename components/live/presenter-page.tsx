'use client';

import { useEffect, useMemo } from 'react';
import { KeysDialog, useKeysDialog } from '#components/connection/keys-dialog.tsx';
import { useDeckSession, type DeckSession } from '#components/connection/use-deck-session.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useFreshPage } from '#components/connection/use-fresh-page.ts';
import type { CallActions } from '#components/call/call-actions.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';
import { EditWatch } from './edit-watch.ts';
import type { LiveCourse } from './live-course.ts';
import { PRESENTER_KEYS } from './live-keys.ts';
import { PictureGaps } from './picture-gaps.ts';
import { PresenterDesk } from './presenter-desk.tsx';
import { usePresenterTools } from './presenter-tools.ts';
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
export function PresenterPage(props: PresenterPageProps) {
  const { view } = props;
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
      {session === null || course === null ? (
        <main className="flex flex-1 p-4">
          <div role="status" aria-label={messages.live.loading} className="skeleton flex-1" />
        </main>
      ) : (
        <OpenDesk {...props} session={session} course={course} onKeys={keys.show} />
      )}
      <KeysDialog dialog={keys.dialog} lines={PRESENTER_KEYS} />
    </div>
  );
}

interface OpenDeskProps extends PresenterPageProps {
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly onKeys: () => void;
}

function OpenDesk(props: OpenDeskProps) {
  const { session } = props;
  const tools = usePresenterTools();
  const edits = useMemo(() => new EditWatch(session), [session]);
  useEffect(() => edits.listen(), [edits]);
  const gaps = useMemo(() => new PictureGaps(), []);
  const { assets } = props.view.pictures;
  useEffect(() => gaps.given(assets), [gaps, assets]);
  return <PresenterDesk {...props} tools={tools} edits={edits} gaps={gaps} />;
}
