'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { isTyping } from '#components/connection/keys-dialog.tsx';
import { openOutside } from '#components/connection/open-outside.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useDeckSession, type DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Stage } from '#components/stage/stage.tsx';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';
import { actOnStage } from './act-on-stage.ts';
import type { LiveCourse } from './live-course.ts';
import { Magnifier } from './magnifier.tsx';
import { presenterCommand, type PresenterCommand } from './presenter-key.ts';
import { StagePoint } from './stage-point.tsx';
import { StageAddress } from './stage-address.tsx';
import { useLiveCourse } from './use-live-course.ts';

interface SharedStageProps {
  readonly view: DeckView;
  /** Address of the stage document. */
  readonly stage: string;
}

/** The window that is shared in a video call: the slides alone, wherever whoever presents is. Handing over changes nothing about it. */
export function SharedStage({ view, stage }: SharedStageProps) {
  const { session } = useDeckSession({
    ...view.deck,
    call: presentedCall(view),
    writable: false,
    localCopy: false,
    personId: view.person?.id ?? null,
    // Whoever shares it is here, and is nobody who only follows.
    ...(view.person === null ? {} : { presence: view.person }),
  });
  const course = useLiveCourse(session, view.person?.id ?? null);
  return (
    <main className="relative h-dvh overflow-hidden bg-[#000]">
      <h1 className="sr-only">{messages.presenting.stage.title(view.call?.title ?? view.series.name)}</h1>
      {session !== null && course !== null && <OpenStage view={view} stage={stage} session={session} course={course} />}
    </main>
  );
}

interface OpenStageProps extends SharedStageProps {
  readonly session: DeckSession;
  readonly course: LiveCourse;
}

function OpenStage({ view, stage, session, course }: OpenStageProps) {
  const { model } = useStore(session.presentation);
  const shown = useStore(course);
  const ready = useStore(session.connection.ready);
  const ended = useEnded(session);
  const [magnified, magnify] = useState(false);
  useStageKeys(session, course, { magnified, magnify });
  const presenting = shown.role === 'presenting';
  // Keys that are quicker than the server's answer must not be taken back by it.
  const position = presenting ? shown.position : (shown.live ?? shown.position);
  if (!ready) return null;
  return (
    <>
      <Magnifier on={magnified} leave={() => magnify(false)}>
        <Stage
          model={model}
          assets={view.pictures.assets}
          foreignPictures={view.pictures.foreignPictures}
          src={stage}
          position={position}
          onMove={course.moved}
          onLink={openOutside}
          keyboard
          keys={presenting}
          label={messages.presenting.stage.label}
        />
        {/* Whoever does not present moves nothing here: the window belongs to those who look at it. */}
        {!presenting && <div className="absolute inset-0" data-guard="" />}
        <StagePoint session={session} />
      </Magnifier>
      {shown.blank && (
        <div className="absolute inset-0 bg-[#000]">
          <p className="sr-only">{messages.presenting.stage.blank}</p>
        </div>
      )}
      {!shown.blank && <StageAddress series={view.series.slug} opening={ended || position.slide === 0} ended={ended} />}
    </>
  );
}

interface Magnifying {
  readonly magnified: boolean;
  readonly magnify: (on: boolean) => void;
}

/** B, Z and F as on the presenter's page. */
function useStageKeys(session: DeckSession, course: LiveCourse, { magnified, magnify }: Magnifying): void {
  const act = ({ type }: PresenterCommand): boolean => {
    const leaves = type === 'leave' && magnified;
    return actOnStage(leaves ? 'magnify' : type, { session, course, magnify: () => magnify(!magnified) });
  };
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const command = isTyping(event.target) ? null : presenterCommand(event);
    if (command !== null && act(command)) event.preventDefault();
  });
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Whether a call that ran in front of this window is over. The window stays: what is shared must not become another page. */
function useEnded(session: DeckSession): boolean {
  const live = useStore(session.connection.live) !== null;
  const status = useStore(session.connection.status);
  const [ran, setRan] = useState(false);
  // Noted while rendering: an effect would show the slides of the rehearsal for a moment.
  if (live && !ran) setRan(true);
  return ran && !live && status.type !== 'connecting';
}
