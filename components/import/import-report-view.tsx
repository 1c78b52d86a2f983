import Link from 'next/link';
import { LinkButton, Button } from '#components/ui/button.tsx';
import { PagePart } from '#components/ui/page.tsx';
import type { ImportReport, ImportedItem } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { importProblems } from '#lib/messages/import-problems.ts';

const words = messages.imports;
const OUT: ReadonlySet<ImportedItem['outcome']> = new Set(['left-out', 'refused']);

/** What came in, what was repaired, what is missing. */
export function ImportReportView({ report, onAgain }: { readonly report: ImportReport; readonly onAgain: () => void }) {
  const { items, pictures, series } = report;
  const unchanged = items.filter(({ outcome }) => outcome === 'unchanged').length;
  const out = items.filter(({ outcome }) => OUT.has(outcome)).length + report.ignored.length;
  const tally = [
    words.tally.came(items.length - unchanged - items.filter(({ outcome }) => OUT.has(outcome)).length),
    unchanged > 0 ? words.tally.unchanged(unchanged) : null,
    out > 0 ? words.tally.out(out) : null,
    pictures.kept > 0 ? words.tally.kept(pictures.kept) : null,
  ].filter((part) => part !== null);
  const repaired = items.filter(({ repairs }) => repairs.length > 0);
  return (
    <div role="region" aria-label={words.report}>
      <p role="status" className="mb-6 text-20 font-semibold">
        {`${tally.join(', ')}.`}
      </p>
      <div className="mb-12 flex flex-wrap gap-2">
        <LinkButton href={series.address} tone="main">
          {words.open}
        </LinkButton>
        <Button onClick={onAgain}>{words.another}</Button>
      </div>
      <PagePart title={words.repaired}>
        {repaired.length === 0 ? <p className="py-3 text-soft">{words.nothingRepaired}</p> : <Lines lines={repaired.map((item) => ({ what: item.file, why: item.repairs.map(importProblems.repair).join(' ') }))} />}
      </PagePart>
      <PagePart title={words.missing}>
        {pictures.missing.length === 0 ? <p className="py-3 text-soft">{words.nothingMissing}</p> : <Lines lines={pictures.missing.map(({ address, files }) => ({ what: address, why: words.usedIn(files.join(', ')) }))} />}
      </PagePart>
      {pictures.foreign.length > 0 && (
        <PagePart title={words.foreign}>
          <Lines lines={pictures.foreign.map(({ address, files }) => ({ what: address, why: words.usedIn(files.join(', ')) }))} />
        </PagePart>
      )}
      <PagePart title={words.files}>
        <ul>
          {items.map((item) => (
            <Item key={item.file} item={item} />
          ))}
          {report.ignored.map(({ file, problem }) => (
            <li key={file} className="border-b border-line py-2.5 text-14 [overflow-wrap:anywhere] text-soft">{`${file}: ${importProblems.sentence(problem)}`}</li>
          ))}
        </ul>
      </PagePart>
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly { readonly what: string; readonly why: string }[] }) {
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
