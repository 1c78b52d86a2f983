import { z } from 'zod';

import { importDecisionSchema, type ImportPlan, type ImportReport } from './import-plan.ts';

/** Where imported files go: a series that exists, or a new one. */
export const importTargetSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('series'), slug: z.string() }),
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

/** What the import page asks with its files: to read them, or, with decisions, to bring them in. */
export const importRequestSchema = z.object({
  target: importTargetSchema,
  decisions: z.array(importDecisionSchema).max(5000).nullable(),
});
export type ImportRequest = z.infer<typeof importRequestSchema>;

/** What the server answers, one JSON line each; the last is never progress. */
export const importAnswerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), of: z.number() }),
  // Both come from our own server in the same version: their inside is not checked again.
  z.object({ type: z.literal('plan'), plan: z.custom<ImportPlan>(isObject) }),
  z.object({ type: z.literal('report'), report: z.custom<ImportReport>(isObject) }),
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
