'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { searchParams, type SearchForm } from '#lib/search/search-form.ts';
import type { SearchAnswer, SearchChoice } from '#lib/search/search-view.ts';

import { SearchFields } from './search-fields.tsx';
import { SearchResults } from './search-results.tsx';
import { useFetched } from './use-fetched.ts';

const words = messages.search;
const PAUSE_MS = 150;

interface SearchPageProps {
  readonly asked: SearchForm;
  readonly answer: SearchAnswer;
  readonly series: readonly SearchChoice[];
  /** Teams of the series that was asked for. */
  readonly teams: readonly SearchChoice[];
}

/** Search over everything one may read. A form that works without script; with script it asks while one types. */
export function SearchPage({ asked, answer, series, teams }: SearchPageProps) {
  const [form, setForm] = useState(asked);
  const touched = form !== asked;
  const address = addresses.searchData(searchParams(form));
  const fetched = useFetched<SearchAnswer>(touched ? address : null, PAUSE_MS);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const fresh = touched && fetched.value !== null;
  const shown = fresh ? fetched.value : answer;
  const waiting = touched && fetched.address !== address && !fetched.failed;
  useEffect(() => {
    // Without the router: a page that is asked for again would take the letters typed meanwhile.
    if (touched) window.history.replaceState(null, '', addresses.search(searchParams(form)));
  }, [form, touched]);
  const change = (part: Partial<SearchForm>): void => setForm((before) => ({ ...before, page: 1, ...part }));
  const submit = (event: FormEvent): void => {
    // What it would ask for is being asked for already; another series brings its teams, so that the page is made anew.
    if (form.series === asked.series && !fetched.failed) event.preventDefault();
  };
  return (
    <Page>
      <PageTitle title={words.title} />
      <form role="search" action={addresses.search()} method="get" onSubmit={submit} className="mb-8">
        <SearchFields form={form} series={series} teams={teams} input={input} onChange={change} />
      </form>
      <SearchResults form={form} answer={shown} waiting={waiting} failed={touched && fetched.failed} />
    </Page>
  );
}
