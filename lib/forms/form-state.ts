import type { z } from 'zod';

/** What a form shows after it was sent and could not be taken: refusals by field, and one for the whole. */
export interface FormState {
  readonly problems: Readonly<Record<string, string>>;
  readonly refusal: string | null;
}

/** A form that nobody has sent yet. */
export const UNSENT: FormState = { problems: {}, refusal: null };

/** A server action that a form calls: the state before, the fields, the state after. */
export type FormAction = (before: FormState, fields: FormData) => Promise<FormState>;

/**
 * Refusals of a schema as sentences by field. Issue messages are codes with a sentence each in `sentences`; where there is
 * none the field's own name is looked up.
 */
export function refused(error: z.ZodError, sentences: Readonly<Record<string, string>>): FormState {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    problems[field] ??= sentences[issue.message] ?? sentences[field] ?? issue.message;
  }
  return { problems, refusal: null };
}

/** A refusal of the whole form. */
export function refusedWhole(sentence: string): FormState {
  return { problems: {}, refusal: sentence };
}

/** A form that an action was given: an empty one where something else was sent, whatever the type says. */
export function formOf(fields: FormData): FormData {
  return fields instanceof FormData ? fields : new FormData();
}

/** The text fields of a form, without files and without what React adds. */
export function textFields(fields: FormData): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of formOf(fields)) {
    if (typeof value === 'string' && !name.startsWith('$')) values[name] = value;
  }
  return values;
}
