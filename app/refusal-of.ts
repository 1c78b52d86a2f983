import 'server-only';
import { Refusal } from '#lib/errors.ts';

/** The sentence of an expected refusal. Surprises are thrown on, to the error page. */
export function refusalOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}
