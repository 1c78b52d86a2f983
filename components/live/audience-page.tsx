'use client';

import { useEffect, useRef } from 'react';
import { useRouter } from 'next/navigation';
import { KeysDialog, useKeysDialog } from '#components/connection/keys-dialog.tsx';
import { openOutside } from '#components/connection/open-outside.ts';
import { useDeckSession, type DeckSession } from '#components/connection/use-deck-session.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useFreshPage } from '#components/connection/use-fresh-page.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Stage } from '#components/stage/stage.tsx';
import { messages } from '#lib/messages/en.ts';
import type { LiveView } from '#lib/views.ts';
import { CallWaiting } from './call-waiting.tsx';
import { FollowBar } from './follow-bar.tsx';
import type { LiveCourse } from './live-course.ts';
import { AUDIENCE_KEYS } from './live-keys.ts';
import { useLiveCourse } from './use-live-course.ts';

interface AudiencePageProps {
  readonly view: LiveView;
  /** Address of the stage document. */
  readonly stage: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What the audience sees: the slides while the call is live, and what is to come or was otherwise. */
export function AudiencePage({ view, stage, madeAt }: AudiencePageProps) {
  if (view.live === null || view.call.state !== 'live')
    return <CallWaiting series={view.series} call={view.call} may={view.may} madeAt={madeAt} />;
  return <LiveStage view={view} stage={stage} />;
}

function LiveStage({ view, stage }: Omit<AudiencePageProps, 'madeAt'>) {
  const { session } = useDeckSession({
    ...view.deck,
    call: presentedCall(view),
    writable: false,
    localCopy: false,
    personId: view.person?.id ?? null,
  });
  const course = useLiveCourse(session, view.person?.id ?? null);
  const page = useRef<HTMLElement>(null);
  const keys = useKeysDialog();
  useFreshPage(session);
  const full = () =>
    void (document.fullscreenElement === null ? page.current?.requestFullscreen() : document.exitFullscreen());
  return (
    <main ref={page} className="flex h-dvh flex-col overflow-hidden bg-paper">
      {session === null || course === null ? (
        <div role="status" aria-label={messages.live.loading} className="skeleton m-4 flex-1" />
      ) : (
        <>
          <FollowingStage session={session} course={course} view={view} stage={stage} />
          <FollowBar session={session} course={course} title={view.call.title} onFull={full} />
        </>
      )}
      <KeysDialog dialog={keys.dialog} lines={AUDIENCE_KEYS} />
    </main>
  );
}

interface FollowingStageProps {
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly view: LiveView;
  readonly stage: string;
}

function FollowingStage({ session, course, view, stage }: FollowingStageProps) {
  const { model } = useStore(session.presentation);
  const shown = useStore(course);
  const ready = useStore(session.connection.ready);
  useEndOfCall(session);
  if (!ready) return <div role="status" aria-label={messages.live.loading} className="skeleton m-4 flex-1" />;
  return (
    <div className="relative grid min-h-0 flex-1 place-items-center bg-well">
      {/* On an upright phone the slide is a sheet of its own shape; elsewhere it fills the page. */}
      <div className="h-full w-full max-desk:portrait:aspect-[4/3] max-desk:portrait:h-auto">
        <Stage
          model={model}
          assets={view.pictures.assets}
          foreignPictures={view.pictures.foreignPictures}
          src={stage}
          position={shown.position}
          onMove={course.moved}
          onLink={openOutside}
          keyboard
          label={messages.live.stageLabel}
        />
      </div>
      {shown.blank && shown.role !== 'apart' && (
        <div className="absolute inset-0 grid place-items-center bg-[#000] p-8">
          <p role="status" className="max-w-[40ch] text-center text-16 text-[#bbb]">
            {messages.live.blanked}
          </p>
        </div>
      )}
    </div>
  );
}

/** The call is over for this page when the server says so or lets it in no longer: then the page is read again. */
function useEndOfCall(session: DeckSession): void {
  const router = useRouter();
  useEffect(() => {
    const { status, live } = session.connection;
    let wasLive = live.getSnapshot() !== null;
    const look = () => {
      const isLive = live.getSnapshot() !== null;
      if (status.getSnapshot().type === 'refused' || (wasLive && !isLive)) router.refresh();
      wasLive = isLive;
    };
    const stops = [status.subscribe(look), live.subscribe(look)];
    return () => stops.forEach((stop) => stop());
  }, [session, router]);
}
