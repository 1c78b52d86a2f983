import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { messages } from '#lib/messages/en.ts';
import type { MirrorPageView } from '#lib/mirror/mirror-view.ts';

import type { MirrorActions } from './mirror-actions.ts';
import { MirrorForm } from './mirror-form.tsx';
import { MirrorKeys } from './mirror-keys.tsx';
import { MirrorState } from './mirror-state.tsx';

const words = messages.mirror;

interface MirrorPageProps {
  readonly view: MirrorPageView;
  readonly actions: MirrorActions;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The git repository of a series: how it is, the keys it is opened with, and where it is. */
export function MirrorPage({ view: { series, readers, mirror }, actions, madeAt }: MirrorPageProps) {
  return (
    <Page>
      <PageTitle above={<SeriesCrumb series={series} />} title={words.title} lead={words.lead} />
      <div className="grid gap-x-14 desk:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          {mirror !== null && (
            <PagePart title={words.state.title}>
              <MirrorState mirror={mirror} actions={actions} timeZone={series.timeZone} madeAt={madeAt} />
            </PagePart>
          )}
          {mirror !== null && mirror.publicKey !== null && (
            <PagePart title={words.key.title}>
              <MirrorKeys publicKey={mirror.publicKey} hostKeys={mirror.hostKeys} forget={actions.forgetServerKey} />
            </PagePart>
          )}
          <PagePart title={words.form.title}>
            <MirrorForm mirror={mirror} action={actions.set} />
          </PagePart>
        </div>
        <aside className="order-first mb-10 flex flex-col gap-3 text-14 text-soft desk:order-none desk:mb-0">
          <p>{words.readers[readers]}</p>
          <p>{words.stays}</p>
        </aside>
      </div>
    </Page>
  );
}
