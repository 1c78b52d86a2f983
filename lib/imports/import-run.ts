import { z } from 'zod';

import { seriesFormSchema } from '#lib/series/series-form.ts';

import type { ImportPlan, ImportReport } from './import-plan.ts';

/**
 * How far an import is: `staging` while files come, `reading`, `planned` when it waits for decisions, `writing`, `done`; `undoing` and
 * `undone`; or `failed`, with a sentence.
 */
export const importStateSchema = z.enum([
  'staging',
  'reading',
  'planned',
  'writing',
  'done',
  'failed',
  'undoing',
  'undone',
]);
export type ImportState = z.infer<typeof importStateSchema>;

/** Where the files of an import are from. */
export const importSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('files') }),
  z.object({ type: z.literal('zip'), name: z.string().max(400) }),
  z.object({ type: z.literal('git'), address: z.string().trim().min(1).max(1000) }),
]);
export type ImportSource = z.infer<typeof importSourceSchema>;

/** Where an import goes: into a series that there is, or one that is made for it. */
export const runTargetSchema = z.union([
  z.object({ series: z.string().max(100) }),
  z.object({ form: seriesFormSchema }),
]);
export type RunTarget = z.infer<typeof runTargetSchema>;

/** An old name or address, and what it leads to: a day (`2024-01-25`), or a file of the import. */
export const aliasMapSchema = z.record(z.string().min(1).max(500), z.string().min(1).max(500));
export type AliasMap = z.infer<typeof aliasMapSchema>;

/** What was asked for beside the files. */
export const importOptionsSchema = z.object({
  /** Whether pictures that nobody brought are fetched from where they lie. */
  fetch: z.boolean().default(false),
  /** `https://pads.example`: the server that relative addresses are from. */
  oldServer: z
    .url({ protocol: /^https?$/ })
    .transform((address) => new URL(address).origin)
    .nullable()
    .default(null),
  aliases: aliasMapSchema.default({}),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** What became of undoing an import. */
export interface UndoReport {
  /** Calls that went. */
  readonly removed: number;
  /** What has been changed since, and so stays. */
  readonly kept: readonly { readonly file: string; readonly address: string; readonly why: KeptWhy }[];
  /** Whether the series that was made for it went too. */
  readonly series: boolean;
}

export type KeptWhy = 'edited' | 'began' | 'corrected' | 'changed' | 'template';

/** An import as its page shows it. */
export interface ImportRunView {
  readonly id: string;
  readonly state: ImportState;
  readonly source: ImportSource;
  readonly series: { readonly slug: string; readonly name: string } | null;
  /** Name of the series that is to be made. */
  readonly newSeries: string | null;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
  readonly plan: ImportPlan | null;
  readonly report: ImportReport | null;
  readonly undone: UndoReport | null;
  /** Until when it can be undone, ISO 8601; null when it cannot. */
  readonly undoUntil: string | null;
  readonly startedAt: string;
}
