'use client';

import { useCallback, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { PagePart } from '#components/ui/page.tsx';
import type { ImportDecision, ImportPlan, ImportRow } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { importProblems } from '#lib/messages/import-problems.ts';
import { ImportTable } from './import-table.tsx';
import { PlanSummary } from './plan-summary.tsx';

const words = messages.imports;

interface ImportEditProps {
  readonly plan: ImportPlan;
  readonly busy: boolean;
  readonly onRun: (decisions: readonly ImportDecision[]) => void;
  readonly onBack: () => void;
}

/** So many rows are drawn at first: a page of ten thousand fields is no page. */
const ROWS = 200;

/** The plan, to be changed and then carried out. */
export function ImportEdit({ plan, busy, onRun, onBack }: ImportEditProps) {
  const [shown, setShown] = useState(ROWS);
  const [decisions, setDecisions] = useState(() => new Map(plan.rows.map((row) => [row.file, presetOf(row)])));
  const decide = useCallback(
    (decision: ImportDecision) => setDecisions((before) => new Map(before).set(decision.file, decision)),
    [],
  );
  const chosen = [...decisions.values()].filter(willComeIn);
  const broken = plan.rows.filter(({ mojibake }) => mojibake !== null).length;
  const rest = plan.rows.length - shown;
  const mendAll = () =>
    setDecisions((before) => {
      const mended = new Map(before);
      for (const { file, mojibake } of plan.rows) {
        const decision = mended.get(file);
        if (mojibake !== null && decision !== undefined) mended.set(file, { ...decision, repair: true });
      }
      return mended;
    });
  return (
    <>
      <PlanSummary plan={plan} />
      <PagePart title={words.table}>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <p className="text-14 text-soft">{words.tableLead}</p>
          {broken > 1 && <Button onClick={mendAll}>{messages.bring.mendAll(broken)}</Button>}
        </div>
        <ImportTable rows={plan.rows.slice(0, shown)} decisions={decisions} onDecide={decide} />
        {rest > 0 && (
          <div className="py-4">
            <Button onClick={() => setShown(shown + 5 * ROWS)}>{messages.bring.more(Math.min(rest, 5 * ROWS))}</Button>
          </div>
        )}
      </PagePart>
      <LeftOut plan={plan} />
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-4 py-3 tablet:mx-0 tablet:px-0">
        <Button
          tone="main"
          aria-disabled={chosen.length === 0 || busy}
          onClick={() => chosen.length > 0 && !busy && onRun([...decisions.values()])}
        >
          {words.run(chosen.length)}
        </Button>
        <Button onClick={onBack}>{messages.bring.forget}</Button>
        {chosen.length === 0 && <p className="text-14 text-soft">{words.nothingToRun}</p>}
      </div>
    </>
  );
}

/** Whether a decision brings its file in: it has a kind, and the date that every kind but the template needs. */
function willComeIn({ kind, date }: ImportDecision): boolean {
  return kind === 'template' || (kind !== 'unsure' && date !== null);
}

function presetOf(row: ImportRow): ImportDecision {
  return { file: row.file, kind: row.kind, date: row.date, title: row.title, repair: false };
}

function LeftOut({ plan }: { readonly plan: ImportPlan }) {
  const { unused } = plan.pictures;
  if (plan.ignored.length === 0 && unused.length === 0) return null;
  return (
    <PagePart title={words.ignored}>
      <ul className="py-2 text-14 text-soft">
        {plan.ignored.map(({ file, problem }) => (
          <li
            key={file}
            className="py-0.5 [overflow-wrap:anywhere]"
          >{`${file}: ${importProblems.sentence(problem)}`}</li>
        ))}
        {unused.length > 0 && (
          <li className="py-0.5 [overflow-wrap:anywhere]">{`${words.unused(unused.length)} ${unused.join(', ')}`}</li>
        )}
      </ul>
    </PagePart>
  );
}
