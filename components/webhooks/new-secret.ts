import type { FormState } from '#lib/forms/form-state.ts';

/** What making a secret answers: itself, which is shown this once, or why not. */
export interface NewSecret {
  readonly state: FormState;
  /** Null when there is none that is new. */
  readonly secret: string | null;
}
