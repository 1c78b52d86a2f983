import Link from 'next/link';
import { PagePart } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { ImportRunView } from '#lib/imports/import-run.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.bring;

type RunLine = Pick<ImportRunView, 'id' | 'state' | 'source' | 'series' | 'newSeries' | 'startedAt'>;

/** The imports that somebody began last: each leads to its page. */
export function RunList({ runs }: { readonly runs: readonly RunLine[] }) {
  if (runs.length === 0) return null;
  return (
    <div className="mt-16">
      <PagePart title={words.runsTitle}>
        <ul>
          {runs.map((run) => (
            <li key={run.id} className="flex flex-wrap gap-x-4 border-b border-line py-2.5 [overflow-wrap:anywhere]">
              <Link href={addresses.importRun(run.id)} className="link-text min-h-11 content-center tablet:min-h-0">
                {sourceOf(run)}
              </Link>
              <span className="content-center text-14 text-soft">{`${intoOf(run)}, ${run.startedAt.slice(0, 10)}`}</span>
              <span className="content-center text-14 font-semibold">{words.states[run.state]}</span>
            </li>
          ))}
        </ul>
      </PagePart>
    </div>
  );
}

function sourceOf({ source }: RunLine): string {
  if (source.type === 'zip') return words.sources.zip(source.name);
  return source.type === 'git' ? words.sources.git(source.address) : words.sources.files;
}

function intoOf({ series, newSeries }: RunLine): string {
  if (series !== null) return words.into(series.name);
  return newSeries === null ? words.seriesOver : words.newSeries(newSeries);
}
