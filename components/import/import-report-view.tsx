import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkButton } from '#components/ui/button.tsx';
import { PagePart } from '#components/ui/page.tsx';
import type { ImportReport, ImportedItem } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { importProblems } from '#lib/messages/import-problems.ts';

const words = messages.imports;
const OUT: ReadonlySet<ImportedItem['outcome']> = new Set(['left-out', 'refused']);

interface ImportReportViewProps {
  readonly report: ImportReport;
  /** Where the next import begins. */
  readonly again: string;
  /** Where the map of old addresses is, by kind of proxy. */
  readonly map: (proxy: 'nginx' | 'caddy') => string;
  /** What can be done about it as a whole. */
  readonly children: ReactNode;
}

/** What came in, what was repaired, what is missing. */
export function ImportReportView({ report, again, map, children }: ImportReportViewProps) {
  const repaired = report.items.filter(({ repairs }) => repairs.length > 0);
  return (
    <>
      <h2 className="label-caps mb-2">{words.report}</h2>
      <p role="status" className="mb-6 text-20 font-semibold">
        {tallyOf(report)}
      </p>
      <div className="mb-4 flex flex-wrap gap-2">
        <LinkButton href={report.series.address} tone="main">
          {words.open}
        </LinkButton>
        <LinkButton href={again}>{words.another}</LinkButton>
      </div>
      <div className="mb-12">{children}</div>
      <PagePart title={words.repaired}>
        <Lines
          empty={words.nothingRepaired}
          lines={repaired.map(({ file, repairs }) => ({
            what: file,
            why: repairs.map(importProblems.repair).join(' '),
          }))}
        />
      </PagePart>
      <Pictures pictures={report.pictures} />
      <OldAddresses map={map} />
      <PagePart title={words.files}>
        <ul>
          {report.items.map((item) => (
            <Item key={item.file} item={item} />
          ))}
          {report.ignored.map(({ file, problem }) => (
            <li key={file} className="border-b border-line py-2.5 text-14 [overflow-wrap:anywhere] text-soft">
              {`${file}: ${importProblems.sentence(problem)}`}
            </li>
          ))}
        </ul>
      </PagePart>
    </>
  );
}

function OldAddresses({ map }: Pick<ImportReportViewProps, 'map'>) {
  return (
    <PagePart title={messages.bring.mapTitle}>
      <p className="max-w-[65ch] py-3 text-14 text-soft">{messages.bring.mapText}</p>
      <p className="flex flex-wrap gap-x-6 pb-3 text-14">
        <a href={map('nginx')} className="link-text min-h-11 tablet:min-h-0">
          {messages.bring.mapNginx}
        </a>
        <a href={map('caddy')} className="link-text min-h-11 tablet:min-h-0">
          {messages.bring.mapCaddy}
        </a>
      </p>
    </PagePart>
  );
}

function tallyOf({ items, pictures, ignored }: ImportReport): string {
  const unchanged = items.filter(({ outcome }) => outcome === 'unchanged').length;
  const refused = items.filter(({ outcome }) => OUT.has(outcome)).length;
  const out = refused + ignored.length;
  const parts = [
    words.tally.came(items.length - unchanged - refused),
    unchanged > 0 ? words.tally.unchanged(unchanged) : null,
    out > 0 ? words.tally.out(out) : null,
    pictures.kept > 0 ? words.tally.kept(pictures.kept) : null,
    pictures.fetched > 0 ? messages.bring.fetched(pictures.fetched) : null,
  ];
  return `${parts.filter((part) => part !== null).join(', ')}.`;
}

function Pictures({ pictures }: Pick<ImportReport, 'pictures'>) {
  const lines = (list: ImportReport['pictures']['missing']) =>
    list.map(({ address, files }) => ({ what: address, why: words.usedIn(files.join(', ')) }));
  return (
    <>
      <PagePart title={words.missing}>
        <Lines empty={words.nothingMissing} lines={lines(pictures.missing)} />
      </PagePart>
      {pictures.foreign.length > 0 && (
        <PagePart title={words.foreign}>
          <Lines empty={words.nothingMissing} lines={lines(pictures.foreign)} />
        </PagePart>
      )}
    </>
  );
}

interface LinesProps {
  readonly lines: readonly { readonly what: string; readonly why: string }[];
  /** What is said when there are none. */
  readonly empty: string;
}

function Lines({ lines, empty }: LinesProps) {
  if (lines.length === 0) return <p className="py-3 text-soft">{empty}</p>;
  return (
    <ul>
      {lines.map(({ what, why }) => (
        <li key={what} className="flex flex-wrap gap-x-4 border-b border-line py-2 text-14">
          <span className="font-mono text-12 leading-[1.75] [overflow-wrap:anywhere]">{what}</span>
          <span className="text-soft">{why}</span>
        </li>
      ))}
    </ul>
  );
}

function Item({ item }: { readonly item: ImportedItem }) {
  return (
    <li className="grid gap-x-5 gap-y-0.5 border-b border-line py-2.5 tablet:grid-cols-[8rem_7rem_1fr]">
      <span className="text-14 font-semibold">{words.outcomes[item.outcome]}</span>
      <span className="tabular text-14 text-soft">{item.date}</span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {item.address === null ? (
          item.title
        ) : (
          <Link href={item.address} className="link-text">
            {item.title}
          </Link>
        )}
        <span className="ml-3 text-14 text-soft">{item.file}</span>
        {item.problems.map((problem) => (
          <span key={problem.code} className="block text-14 text-soft">
            {importProblems.sentence(problem)}
          </span>
        ))}
      </span>
    </li>
  );
}
