import type { ImportPlan, ImportProblem } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.bring.summary;
const TWINS: ReadonlySet<ImportProblem['code']> = new Set(['same-bytes', 'same-text']);

/** What was found, in one sentence: what a person looks for in a table of hundreds. */
export function PlanSummary({ plan: { rows, pictures } }: { readonly plan: ImportPlan }) {
  const having = (holds: (problem: ImportProblem) => boolean): number =>
    rows.filter(({ problems }) => problems.some(holds)).length;
  const missing = new Set(rows.flatMap((row) => row.pictures.missing)).size;
  const counts: readonly (readonly [number, (count: number) => string])[] = [
    [rows.length, words.files],
    [pictures.files, words.pictures],
    [having(({ code }) => code === 'dates-disagree'), words.disagree],
    [having(({ code }) => TWINS.has(code)), words.twins],
    [missing, words.missing],
    [rows.filter(({ mojibake }) => mojibake !== null).length, words.broken],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, say]) => say(count));
  return (
    <p role="status" className="mb-8 max-w-[65ch] text-20 font-semibold">
      {`${said.join(', ')}.`}
    </p>
  );
}
