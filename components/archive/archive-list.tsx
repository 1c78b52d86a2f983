import Link from 'next/link';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { ArchivedCall, ArchiveView } from '#lib/archive/archive-views.ts';
import { messages } from '#lib/messages/en.ts';

import { ArchiveCard } from './archive-card.tsx';
import { ArchiveCrumb } from './archive-crumb.tsx';
import { YearGlance } from './year-glance.tsx';

const words = messages.archive;

/** Past calls, newest first, by year: the newest years, or one with who reported when. */
export function ArchiveList({ archive }: { readonly archive: ArchiveView }) {
  const { series, years, total, shown, glance } = archive;
  return (
    <Page>
      <Title archive={archive} />
      {total === 0 && <NoRecords archive={archive} />}
      {years.length > 1 && <YearLinks archive={archive} />}
      {glance === null ? (
        shown.map((year) => <Year key={year.year} {...year} archive={archive} />)
      ) : (
        <>
          <YearGlance glance={glance} series={series} />
          <PagePart title={words.calls}>
            <Calls calls={shown[0]?.calls ?? []} usual={series.name} />
          </PagePart>
        </>
      )}
    </Page>
  );
}

function Title({ archive: { series, total, glance } }: { readonly archive: ArchiveView }) {
  const actions = total > 0 && <LinkButton href={addresses.archiveSince(series.slug)}>{words.sinceLink}</LinkButton>;
  if (glance === null)
    return (
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={words.title}
        lead={total === 0 ? undefined : words.lead(total)}
        actions={actions}
      />
    );
  return (
    <PageTitle
      above={<ArchiveCrumb series={series} />}
      title={`${glance.year}`}
      lead={words.lead(glance.calls.length)}
      actions={actions}
    />
  );
}

interface YearProps {
  readonly year: number;
  readonly calls: readonly ArchivedCall[];
  readonly archive: ArchiveView;
}

function Year({ year, calls, archive: { series } }: YearProps) {
  return (
    <section id={String(year)} aria-labelledby={`year-${year}`} className="mb-14 scroll-mt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-ink pb-2">
        <h2 id={`year-${year}`} className="tabular text-25 font-semibold tracking-tight">
          {year}
        </h2>
        <Link
          href={addresses.archiveYear(series.slug, year)}
          className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0"
        >
          {words.glanceLink(year)}
        </Link>
      </div>
      <Calls calls={calls} usual={series.name} />
    </section>
  );
}

function Calls({ calls, usual }: { readonly calls: readonly ArchivedCall[]; readonly usual: string }) {
  return (
    <ul className="grid gap-x-6 gap-y-6 pt-5 tablet:grid-cols-3 tablet:gap-y-9 desk:grid-cols-4">
      {calls.map((call) => (
        <ArchiveCard key={call.record.call.id} call={call} usual={usual} />
      ))}
    </ul>
  );
}

function NoRecords({ archive: { series } }: { readonly archive: ArchiveView }) {
  return (
    <EmptyState
      title={words.empty}
      action={
        series.may.importDecks && (
          <LinkButton href={addresses.import(series.slug)}>{messages.home.importDecks}</LinkButton>
        )
      }
    >
      {words.emptyText}
    </EmptyState>
  );
}

/** Years that are on the page are jumped to, the others are pages of their own. */
function YearLinks({ archive: { series, years, shown, glance } }: { readonly archive: ArchiveView }) {
  const here = new Set(glance === null ? shown.map(({ year }) => year) : []);
  return (
    <nav aria-label={words.years} className="tabular mb-8 -ml-2 flex flex-wrap">
      {years.map(({ year, count }) => (
        <Link
          key={year}
          href={here.has(year) ? `#${year}` : addresses.archiveYear(series.slug, year)}
          aria-current={glance?.year === year ? 'page' : undefined}
          className="flex min-h-11 items-baseline gap-1.5 px-2 py-2.5 text-14 text-soft underline-offset-4 hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink tablet:min-h-8 tablet:py-1"
        >
          {year} <span className="text-12">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
