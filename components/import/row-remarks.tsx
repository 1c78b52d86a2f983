import { messages } from '#lib/messages/en.ts';
import { importProblems } from '#lib/messages/import-problems.ts';
import type { ImportDecision, ImportRow } from '#lib/imports/import-plan.ts';

const words = messages.imports;

interface RowRemarksProps {
  readonly row: ImportRow;
  readonly decision: ImportDecision;
  readonly onDecide: (decision: ImportDecision) => void;
}

/** What a person should know of one file before it comes in. */
export function RowRemarks({ row, decision, onDecide }: RowRemarksProps) {
  const { found, missing, foreign } = row.pictures;
  const remarks = [
    row.imported === null ? null : words.here,
    row.date === null ? null : datedBy(row),
    ...row.problems.map((problem) => importProblems.sentence(problem)),
    found > 0 ? words.pictures(found) : null,
    missing.length > 0 ? words.missingPictures(missing.length) : null,
    foreign.length > 0 ? words.foreignPictures(foreign.length) : null,
    row.links > 0 ? messages.bring.links(row.links) : null,
  ].filter((remark) => remark !== null);
  return (
    <div className="flex flex-col gap-1 text-14 text-soft">
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {row.mojibake !== null && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1 size-4 accent-accent"
            checked={decision.repair}
            onChange={(event) => onDecide({ ...decision, repair: event.target.checked })}
          />
          <span>
            {words.mend(row.mojibake.count)}
            <span className="block [overflow-wrap:anywhere]">
              {words.becomesText(row.mojibake.before, row.mojibake.after)}
            </span>
          </span>
        </label>
      )}
    </div>
  );
}

/** Where the date is from: what is found in several places that agree is said once. */
function datedBy({ date, dates }: ImportRow): string {
  const sources = dates.filter((found) => found.date === date).map(({ source }) => importProblems.source(source));
  return `${messages.bring.dates} ${sources.join(', ')}.`;
}
