import type { Answer, DescriptionKept, Replacement, SeriesPicture } from '#lib/assets/series-pictures-view.ts';
import type { FormAction, FormState } from '#lib/forms/form-state.ts';

/** What the page of a series' pictures can do. Where a promise gives a string, it says why nothing was done. */
export interface PicturesActions {
  /** The newest pictures in which this is found. */
  readonly find: (search: string) => Promise<Answer<readonly SeriesPicture[]>>;
  readonly describe: (key: string, fields: FormData) => Promise<{ readonly state: FormState } & DescriptionKept>;
  readonly replace: (from: string, to: string) => Promise<Answer<Replacement>>;
  readonly undoReplacement: (done: Replacement) => Promise<string | null>;
  readonly chooseForeign: FormAction;
  /** Keeps a copy of a picture on another server. `final`: any other would be refused for the same reason. */
  readonly keepCopy: (
    address: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly message: string; readonly final: boolean }>;
}
