import { z } from 'zod';

import type { ImportReport } from '#lib/imports/import-plan.ts';
import {
  importSourceSchema,
  importStateSchema,
  runTargetSchema,
  type ImportRunView,
  type UndoReport,
} from '#lib/imports/import-run.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import type { ImportRun } from '#prisma/client/client.ts';

import { findRun } from './open-run.ts';
import { planOfRun } from './read-run.ts';
import { undoableUntil } from './undo-run.ts';

// Both were written by this Plenum: their inside is not checked again.
const reportSchema = z.custom<ImportReport>(isObject).nullable();
const undoneSchema = z.custom<UndoReport>(isObject).nullable();

/** An import as its page shows it: the plan while it waits for decisions, the report once it is through. For who may import there. */
export async function runView(visitor: Visitor, runId: string): Promise<ImportRunView> {
  const run = await findRun(visitor, runId);
  const series =
    run.seriesId === null
      ? null
      : await database().series.findUnique({ where: { id: run.seriesId }, select: { slug: true, name: true } });
  const state = importStateSchema.parse(run.state);
  return {
    ...lineOf(run, series),
    done: run.done,
    total: run.total,
    problem: run.problem,
    plan: state === 'planned' ? await planOfRun(run.id) : null,
    report: reportSchema.parse(run.report),
    undone: undoneSchema.parse(run.undone),
    undoUntil: undoableUntil(run)?.toISOString() ?? null,
  };
}

/** An import as a list shows it. */
export type RunLine = Pick<ImportRunView, 'id' | 'state' | 'source' | 'series' | 'newSeries' | 'startedAt'>;

const MOST_LINES = 10;

/** The imports that somebody began last, the newest first. */
export async function ownRuns({ person }: Visitor): Promise<readonly RunLine[]> {
  if (person?.signedIn !== true) return [];
  const runs = await database().importRun.findMany({
    where: { personId: person.id, state: { notIn: ['staging'] } },
    include: { series: { select: { slug: true, name: true } } },
    omit: { report: true, undone: true },
    orderBy: { createdAt: 'desc' },
    take: MOST_LINES,
  });
  return runs.map(({ series, ...run }) => lineOf(run, series));
}

function lineOf(
  run: Pick<ImportRun, 'id' | 'state' | 'source' | 'target' | 'createdAt'>,
  series: ImportRunView['series'],
): RunLine {
  const target = runTargetSchema.safeParse(run.target);
  return {
    id: run.id,
    state: importStateSchema.parse(run.state),
    source: importSourceSchema.parse(run.source),
    series,
    newSeries: target.success && 'form' in target.data ? target.data.form.name : null,
    startedAt: run.createdAt.toISOString(),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
