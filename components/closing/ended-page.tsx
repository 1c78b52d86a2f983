import type { CallActions } from '#components/call/call-actions.ts';
import { CallControls } from '#components/call/call-controls.tsx';
import { CallMenu } from '#components/call/call-menu.tsx';
import { CallStateLine } from '#components/call/call-state-line.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import type { EndedView } from '#lib/closing/closing-views.ts';
import { messages } from '#lib/messages/en.ts';
import { ActButton } from './act-button.tsx';
import { ClosingSteps } from './closing-steps.tsx';

const words = messages.closing;

interface EndedPageProps {
  readonly ended: EndedView;
  readonly actions: CallActions;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** A call that has ended and has no record: how far that is, or that there will be none. */
export function EndedPage({ ended, actions, madeAt }: EndedPageProps) {
  const { call, series, progress, may, resumableUntil } = ended;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={call.title}
        lead={<CallStateLine call={call} madeAt={madeAt} />}
        actions={
          <>
            <CallControls
              may={may}
              actions={actions}
              {...(resumableUntil === null ? {} : { resumable: { until: resumableUntil, timeZone: series.timeZone } })}
            />
            <CallMenu may={{ ...may, manageSections: false }} actions={actions} slot={null} />
          </>
        }
      />
      {progress === null ? (
        <NotHeld ended={ended} reopen={actions.reopen} />
      ) : (
        <PagePart title={words.title}>
          <ClosingSteps callId={call.id} progress={progress} />
        </PagePart>
      )}
    </Page>
  );
}

function NotHeld({ ended, reopen }: { readonly ended: EndedView; readonly reopen: CallActions['reopen'] }) {
  const { outcome } = ended.call;
  return (
    <div className="flex max-w-[60ch] flex-col items-start gap-4 text-16">
      {outcome !== null && <p>{words.outcomeTexts[outcome]}</p>}
      {ended.reopen && <ActButton act={reopen}>{words.reopen}</ActButton>}
    </div>
  );
}
