import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { beginCorrectionAction } from '#app/corrections/actions.ts';
import { sectionAsked } from '#app/corrections/section-asked.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { BeginCorrection } from '#components/corrections/begin-correction.tsx';
import { CallTime } from '#components/time/call-time.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { beginCorrectionPage } from '#server/corrections/correction-pages.ts';

export const metadata: Metadata = { title: messages.corrections.correct, robots: { index: false } };

/** Where the correction of a section begins. One that is under way is gone on with. */
export default async function CorrectPage({ params, searchParams }: RouteProps<'series' | 'date'>) {
  const { series, date: call } = await params;
  const section = sectionAsked(await searchParams);
  const place = { path: addresses.correct(series, call, section), series, call };
  const view = await openPage(place, beginCorrectionPage(await currentVisitor(), series, { call, section }));
  if (view.open !== null) return redirect(view.open);
  const madeAt = new Date().toISOString();
  return (
    <Page width="narrow">
      <PageTitle
        above={<SeriesCrumb series={view.series} />}
        title={messages.corrections.title(view.title)}
        lead={
          <>
            {view.call.title}, <CallTime when={view.call.when} madeAt={madeAt} />
          </>
        }
      />
      <BeginCorrection view={view} action={beginCorrectionAction.bind(null, view.callId, view.key)} madeAt={madeAt} />
    </Page>
  );
}
