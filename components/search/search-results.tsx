import { clsx } from 'clsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Problem } from '#components/ui/field.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { searchParams, type SearchForm } from '#lib/search/search-form.ts';
import { COUNTED, type SearchAnswer } from '#lib/search/search-view.ts';

import { HitRow } from './hit-row.tsx';

const words = messages.search;

interface SearchResultsProps {
  readonly form: SearchForm;
  readonly answer: SearchAnswer;
  /** A newer answer is on its way. */
  readonly waiting: boolean;
  readonly failed: boolean;
}

/** What was found, and how much in one sentence that is read out. */
export function SearchResults({ form, answer, waiting, failed }: SearchResultsProps) {
  const { hits, total, corrected, asks } = answer;
  return (
    <section aria-labelledby="results" aria-busy={waiting}>
      <h2 id="results" className="sr-only">
        {words.results}
      </h2>
      {failed && <Problem>{words.failed}</Problem>}
      {/* What is shown large when there is nothing is said here alone. */}
      <p
        role="status"
        className={clsx('tabular min-h-6 pb-2 text-14 text-soft', total === 0 ? 'sr-only' : 'border-b border-line')}
      >
        {said(form, answer)}
      </p>
      <div className={clsx(waiting && 'opacity-55')}>
        {!asks && <EmptyState title={words.ask}>{words.askText}</EmptyState>}
        {asks && total === 0 && <NoneFound form={form} />}
        {corrected !== null && (
          <p className="pt-4 text-16">
            {`${words.insteadOf} `}
            <a href={addresses.search(searchParams({ ...form, q: corrected, page: 1 }))} className="link-text">
              {corrected}
            </a>
            ?
          </p>
        )}
        <ol>
          {hits.map((hit, at) => (
            <HitRow key={`${hit.address} ${at}`} hit={hit} />
          ))}
        </ol>
        <Pages form={form} answer={answer} />
      </div>
    </section>
  );
}

function said({ q }: SearchForm, { asks, total, corrected }: SearchAnswer): string {
  if (!asks) return '';
  if (total === 0) return words.none;
  const found = words.found(total, COUNTED);
  return corrected === null ? found : `${words.corrected(q.trim(), corrected)} ${found}`;
}

function NoneFound({ form }: { readonly form: SearchForm }) {
  const isNarrowed = form.series + form.team + form.person + form.year !== '';
  return (
    <EmptyState
      title={words.none}
      action={
        isNarrowed &&
        form.q !== '' && (
          <LinkButton href={addresses.search(searchParams({ q: form.q }))}>{words.noneFilters}</LinkButton>
        )
      }
    >
      <span className="[overflow-wrap:anywhere]">{words.noneText(form.q.trim())}</span> {words.noneAdvice}
    </EmptyState>
  );
}

function Pages({ form, answer: { next } }: Pick<SearchResultsProps, 'form' | 'answer'>) {
  if (next === null && form.page === 1) return null;
  const to = (page: number) => addresses.search(searchParams({ ...form, page }));
  return (
    <nav aria-label={words.pages} className="mt-6 flex gap-2">
      {form.page > 1 && <LinkButton href={to(form.page - 1)}>{words.previous}</LinkButton>}
      {next !== null && <LinkButton href={to(next)}>{words.more}</LinkButton>}
    </nav>
  );
}
