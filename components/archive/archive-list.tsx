import { RecordRow } from './record-row.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { ArchiveView } from '#lib/views.ts';

const words = messages.archive;

/** Past calls, newest first, by year. */
export function ArchiveList({ archive }: { readonly archive: ArchiveView }) {
  const { series, years, total } = archive;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={words.title}
        lead={total === 0 ? undefined : words.lead(total)}
      />
      {total === 0 && (
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
      )}
      {years.length > 1 && <YearLinks years={years.map(({ year }) => year)} />}
      {years.map(({ year, records }) => (
        <section
          key={year}
          id={String(year)}
          aria-labelledby={`year-${year}`}
          className="mb-10 scroll-mt-4 tablet:grid tablet:grid-cols-[8rem_1fr]"
        >
          <div className="border-t border-ink pt-2 pb-2">
            <h2 id={`year-${year}`} className="tabular text-25 font-semibold tracking-tight">
              {year}
            </h2>
            {years.length > 1 && <p className="tabular text-14 text-soft">{words.lead(records.length)}</p>}
          </div>
          <ul className="border-t border-line tablet:border-ink">
            {records.map((record) => (
              <RecordRow key={record.call.id} record={record} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function YearLinks({ years }: { readonly years: readonly number[] }) {
  return (
    <nav aria-label={words.years} className="tabular mb-8 -ml-2 flex flex-wrap">
      {years.map((year) => (
        <a
          key={year}
          href={`#${year}`}
          className="flex min-h-11 items-center px-2 text-14 text-soft underline-offset-4 hover:text-ink hover:underline tablet:min-h-8"
        >
          {year}
        </a>
      ))}
    </nav>
  );
}
