import { Refusal } from '#lib/errors.ts';

/** What a program that gives up says: one sentence for a refusal, all that is known for a surprise. */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return String(error instanceof Error ? error.stack : error);
}
