'use client';

import { KeysDialog, useKeysDialog } from '#components/connection/keys-dialog.tsx';
import { useDeckSession } from '#components/connection/use-deck-session.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import type { SlideLink } from '#lib/live/slide-link.ts';
import type { LiveView } from '#lib/views.ts';
import { CallWaiting } from './call-waiting.tsx';
import { LiveCall, type LiveCallProps } from './live-call.tsx';
import { AUDIENCE_KEYS } from './live-keys.ts';
import { Opening } from './opening.tsx';
import { useLateRefresh } from './use-late-refresh.ts';
import { useLiveCourse } from './use-live-course.ts';

interface AudiencePageProps {
  readonly view: LiveView;
  /** Address of the stage document. */
  readonly stage: string;
  /** The slide that the address names, or null. */
  readonly link: SlideLink | null;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What the audience sees: the slides while the call is live, and what is to come or was otherwise. */
export function AudiencePage(props: AudiencePageProps) {
  const { view, madeAt } = props;
  if (view.live === null || view.call.state !== 'live')
    return <CallWaiting series={view.series} call={view.call} may={view.may} madeAt={madeAt} />;
  return <LivePage {...props} />;
}

function LivePage({ view, stage, link, madeAt }: AudiencePageProps) {
  const { session } = useDeckSession({
    ...view.deck,
    call: presentedCall(view),
    writable: false,
    localCopy: false,
    follows: true,
    personId: view.person?.id ?? null,
  });
  const course = useLiveCourse(session, view.person?.id ?? null);
  const keys = useKeysDialog();
  return (
    <main className="flex h-dvh flex-col overflow-hidden bg-paper">
      {session === null || course === null ? (
        <Opening />
      ) : (
        <OpenCall session={session} course={course} view={view} stage={stage} link={link} madeAt={madeAt} />
      )}
      <KeysDialog dialog={keys.dialog} lines={AUDIENCE_KEYS} />
    </main>
  );
}

function OpenCall(props: LiveCallProps) {
  const { session, course, view } = props;
  const ready = useStore(session.connection.ready);
  // The text comes first, and a moment later where the stage stands: what is shown begins there.
  const joined = useStore(course).live !== null;
  const over = useLateRefresh(session, view.call.id);
  return (
    <>
      {/* There before its words are: else they might not be spoken. */}
      <div role="status" className="m-auto max-w-[44rem] px-6 empty:sr-only">
        {over && <CallOver />}
      </div>
      {!over && (ready && joined ? <LiveCall {...props} /> : <Opening />)}
    </>
  );
}

/** The moment between the end of the call and the page that comes then. */
function CallOver() {
  return (
    <>
      <h1 className="text-31 font-semibold tracking-tight">{messages.audience.over}</h1>
      <p className="mt-3 text-16 text-soft">{messages.audience.overLong}</p>
    </>
  );
}
