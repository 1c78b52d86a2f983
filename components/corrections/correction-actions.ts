import type { FormAction, FormState } from '#lib/forms/form-state.ts';

/** Why a correction was not published, or what the slides are called that would be gone: nothing was done then. */
export interface Published {
  readonly refusal: string | null;
  readonly lost: readonly string[];
}

/** What can be done with a correction. */
export interface CorrectionActions {
  /** With `certain` also where slides are gone by it. */
  readonly publish: (certain: boolean) => Promise<Published>;
  /** Answers null, or why not. */
  readonly withdraw: () => Promise<string | null>;
}

/** Begins a correction and goes there. */
export type BeginCorrection = FormAction;

/** Puts right what is known of an imported record: what the form shows then, and where the record is when it was taken. */
export type CorrectRecord = (
  fields: FormData,
) => Promise<{ readonly state: FormState; readonly address: string | null }>;
