import type { FormAction } from '#lib/forms/form-state.ts';

/** The path of a one-time link, shown this once, or why there is none. */
export type SignInLinkMade = { readonly path: string } | { readonly refusal: string };

/** What an admin can do with one person. Where a promise gives a string, it says why nothing was done. */
export interface AdminPersonActions {
  readonly setAdmin: (admin: boolean) => Promise<string | null>;
  readonly disable: () => Promise<string | null>;
  readonly enable: () => Promise<string | null>;
  readonly remove: FormAction;
  readonly signInLink: () => Promise<SignInLinkMade>;
}
