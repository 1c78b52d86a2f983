import { z } from 'zod';

import { importDecisionSchema } from './import-plan.ts';
import { importOptionsSchema, importSourceSchema, type ImportRunView } from './import-run.ts';

/** Where imported files go: a series that exists, or a new one. */
export const importTargetSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('series'), slug: z.string().max(100) }),
  z.object({
    type: z.literal('new'),
    name: z.string().trim().max(120),
    timeZone: z.string(),
    readDecks: z.string(),
    readLive: z.string(),
    readRecords: z.string(),
  }),
]);
export type ImportTarget = z.infer<typeof importTargetSchema>;

/** What the import page asks to begin with; the files follow, each few megabytes with a request of their own. */
export const importStartSchema = z.object({
  source: importSourceSchema,
  target: importTargetSchema,
  options: importOptionsSchema,
});
export type ImportStart = z.input<typeof importStartSchema>;

/** What it asks of an import that has begun. */
export const importActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('read') }),
  z.object({ act: z.literal('run'), decisions: z.array(importDecisionSchema).max(50_000) }),
  z.object({ act: z.literal('undo') }),
  z.object({ act: z.literal('forget') }),
]);
export type ImportAct = z.input<typeof importActSchema>;

/** What the server answers. */
export const importAnswerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begun'), id: z.string() }),
  z.object({ type: z.literal('taken'), next: z.number() }),
  // It comes from our own server in the same version: its inside is not checked again.
  z.object({ type: z.literal('run'), run: z.custom<ImportRunView>(isObject) }),
  z.object({ type: z.literal('gone') }),
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

/** Most bytes of files that one request may bring. */
export const MOST_PART_BYTES = 32_000_000;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
