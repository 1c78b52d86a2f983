import type { ImportDecision, ImportKind, ImportPlan, ImportRow } from './import-plan.ts';

/**
 * What becomes of a plan without anybody looking at it. `auto`: what each row proposes, so past dates become records.
 * `record`: everything with a date. `planned`: everything with a date is a call to come, on its own date.
 */
export type ImportWay = 'auto' | 'record' | 'planned';

/** Decides for every row. Rows without a date, and those that nobody is sure of, are left out. */
export function decideAll(plan: ImportPlan, way: ImportWay, repair: boolean): readonly ImportDecision[] {
  return plan.rows.map((row) => ({
    file: row.file,
    kind: kindFor(row, way),
    date: row.date,
    repair: repair && row.mojibake !== null,
  }));
}

function kindFor({ kind }: ImportRow, way: ImportWay): ImportKind {
  if (way === 'planned' && (kind === 'record' || kind === 'minutes')) return 'call';
  if (way === 'record' && kind === 'call') return 'record';
  return kind;
}
