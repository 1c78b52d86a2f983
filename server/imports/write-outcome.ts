import type { ImportDecision, ImportedItem, ImportRow } from '#lib/imports/import-plan.ts';
import type { Transaction } from '#server/database/client.ts';

import { isReadable } from './decide-run.ts';
import type { StagedText } from './staged-rows.ts';

/** A text with what is to become of it. */
export type DecidedText = StagedText & { readonly row: ImportRow; readonly decision: ImportDecision };

/** A text as it was decided; null for one that was never read. Without a decision it is left out. */
export function decidedText(text: StagedText): DecidedText | null {
  const { row, name } = text;
  if (row === null) return null;
  return { ...text, row, decision: text.decision ?? { file: name, kind: 'unsure', date: null, repair: false } };
}

/** What becomes of a file without writing anything; null for one that is to be written. */
export function outcomeBefore({ row, decision }: DecidedText): ImportedItem | null {
  if (!isReadable(row)) return itemOf(row, decision, { outcome: 'refused' });
  if (row.imported !== null) return itemOf(row, decision, { outcome: 'unchanged', address: row.imported });
  const needsDate = decision.kind !== 'template' && decision.date === null;
  return decision.kind === 'unsure' || needsDate ? itemOf(row, decision, { outcome: 'left-out' }) : null;
}

interface Outcome {
  readonly outcome: ImportedItem['outcome'];
  readonly address?: string;
  readonly problems?: ImportedItem['problems'];
}

/** The line of the report for a file. */
export function itemOf(
  row: ImportRow,
  decision: ImportDecision,
  { outcome, address, problems = [] }: Outcome,
): ImportedItem {
  return {
    file: row.file,
    outcome,
    address: address ?? null,
    date: decision.kind === 'template' ? null : (decision.date ?? row.date),
    title: decision.title || row.title,
    slides: row.slides,
    repairs: [],
    mojibake: decision.repair ? null : row.mojibake,
    problems: [...row.problems, ...problems],
  };
}

/** What became of a file, and which rows it made. */
export interface KeptOutcome {
  readonly position: number;
  readonly outcome: ImportedItem;
  readonly callId?: string | null;
  readonly deckId?: string | null;
  readonly made?: MadeRows;
}

/** What an import made for a file, as far as undoing has to know. */
export interface MadeRows {
  readonly keys: readonly string[];
  readonly addresses: readonly string[];
  readonly title?: string | undefined;
  readonly address?: string | undefined;
}

/** Notes what became of files, in the transaction that wrote them. */
export async function keepOutcomes(tx: Transaction, runId: string, kept: readonly KeptOutcome[]): Promise<void> {
  if (kept.length === 0) return;
  const column = <T>(value: (each: KeptOutcome) => T): T[] => kept.map((each) => value(each));
  await tx.$executeRaw`
    UPDATE import_file SET outcome = given.outcome, call_id = given.call_id, deck_id = given.deck_id, made = given.made
      FROM unnest(${column(({ position }) => position)}::int[], ${column(({ outcome }) => JSON.stringify(outcome))}::jsonb[],
                  ${column(({ callId }) => callId ?? null)}::uuid[], ${column(({ deckId }) => deckId ?? null)}::text[],
                  ${column(({ made }) => JSON.stringify(made ?? null))}::jsonb[]) AS given (at, outcome, call_id, deck_id, made)
     WHERE run_id = ${runId}::uuid AND position = given.at AND import_file.outcome IS NULL`;
}

/** Which of these files nobody has written yet. Whoever else writes the same import waits here. */
export async function leftOf(
  tx: Transaction,
  runId: string,
  positions: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await tx.$queryRaw<{ position: number }[]>`
    SELECT position FROM import_file
     WHERE run_id = ${runId}::uuid AND position = ANY(${[...positions]}) AND outcome IS NULL ORDER BY position FOR UPDATE`;
  return new Set(rows.map(({ position }) => position));
}
