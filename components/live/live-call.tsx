'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { Cell } from '#components/connection/cell.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import type { SlideLink } from '#lib/live/slide-link.ts';
import type { LiveView } from '#lib/views.ts';
import { AudienceHead } from './audience-head.tsx';
import { AudienceTools, type AudienceActs } from './audience-tools.tsx';
import { FollowBar } from './follow-bar.tsx';
import type { LiveCourse } from './live-course.ts';
import { Opening } from './opening.tsx';
import { MissedLine } from './missed-line.tsx';
import { pressStageKey } from './press-stage-key.ts';
import { hasSaidHello, SayHello } from './say-hello.tsx';
import { SlideAnnouncements } from './slide-announcements.ts';
import { StageAndText } from './stage-and-text.tsx';
import { StageNotice } from './stage-notice.tsx';
import { useAudience } from './use-audience.ts';
import { useShownAlone } from './use-shown-alone.ts';
import { copySlideLink, rejoinFully, useSlideLink } from './use-slide-link.ts';
import { useTextView } from './use-text-view.ts';
import { useUpright } from './use-upright.ts';

// Markdown's renderer comes with it: pages that show the stage alone do without.
const TextView = lazy(async () => ({ default: (await import('./text-view.tsx')).TextView }));

export interface LiveCallProps {
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly view: LiveView;
  /** Address of the stage document. */
  readonly stage: string;
  /** The slide that the address names, or null. */
  readonly link: SlideLink | null;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** A call as its audience sees it, once its text is there: the stage or its text, and the one bar that never hides. */
export function LiveCall({ session, course, view, stage, link, madeAt }: LiveCallProps) {
  const now = useAudience(session, course);
  const text = useTextView();
  const full = useShownAlone();
  const hello = useHello(view);
  const upright = useUpright();
  useSlideLink(session, course, link);
  const acts: AudienceActs = {
    copyLink: () => copySlideLink(session, course, view),
    sayHello: hello.open,
    full,
  };
  const { shown, here, model } = now;
  const step = (by: -1 | 1) => {
    if (!text.on) return pressStageKey(by === 1 ? 'n' : 'p');
    const to = shown.position.slide + by;
    if (to >= 0 && to < model.slides.length) course.goTo({ slide: to, fragment: -1 });
  };
  const tools = <AudienceTools text={text} acts={acts} />;
  const { assets } = view.pictures;
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-full={full.full && !text.on ? '' : undefined}>
      <AudienceHead title={view.call.title} here={here} timeZone={view.call.when.timeZone} madeAt={madeAt} />
      {text.on ? (
        <Suspense fallback={<Opening />}>
          <TextView now={now} course={course} assets={assets} text={text} tools={tools} />
        </Suspense>
      ) : (
        <StageAndText
          session={session}
          now={now}
          course={course}
          view={view}
          stage={stage}
          text={text}
          withText={upright && !full.full}
          onPress={() => {
            if (full.full || upright) full.toggle();
          }}
          tools={tools}
        />
      )}
      <StageNotice session={session} asText={text.on} />
      {shown.live !== null && shown.startedAt !== null && shown.role !== 'presenting' && (
        <MissedLine now={now} course={course} call={view.call} startedAt={shown.startedAt} />
      )}
      <FollowBar
        session={session}
        course={course}
        now={now}
        title={view.call.title}
        onRejoin={() => rejoinFully(course)}
        onStep={step}
        tools={<AudienceTools text={text} acts={acts} inBar />}
      />
      <Announcements key={String(text.on)} session={session} course={course} onlyFollowing={text.on} />
      {hello.asked && <SayHello session={session} callId={view.call.id} onClose={hello.close} />}
    </div>
  );
}

/** Saying hello: for people outside the series, once a visit. */
function useHello({ series, call }: LiveView) {
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState(() => hasSaidHello(call.id));
  return {
    asked,
    open: series.role === null && !said ? () => setAsked(true) : null,
    close: () => {
      setAsked(false);
      setSaid(hasSaidHello(call.id));
    },
  };
}

interface AnnouncementsProps {
  readonly session: DeckSession;
  readonly course: LiveCourse;
  readonly onlyFollowing: boolean;
}

/** What screen readers hear of the stage. The only live region here that speaks by itself: clocks and counts never do. */
function Announcements({ session, course, onlyFollowing }: AnnouncementsProps) {
  const [spoken] = useState(() => new Cell<SlideAnnouncements | null>(null));
  useEffect(() => {
    const opened = new SlideAnnouncements(session, course, { onlyFollowing });
    spoken.set(opened);
    return () => {
      spoken.set(null);
      opened.destroy();
    };
  }, [spoken, session, course, onlyFollowing]);
  const announcements = useStore(spoken);
  return (
    <p role="status" data-announced="" className="sr-only">
      {announcements !== null && <Sentence announcements={announcements} />}
    </p>
  );
}

function Sentence({ announcements }: { readonly announcements: SlideAnnouncements }) {
  return useStore(announcements);
}
