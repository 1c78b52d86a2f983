import type { FormAction } from '#lib/forms/form-state.ts';

type Press = () => Promise<string | null>;

/** What hosts can do with a mirror; a press answers null, or why not. */
export interface MirrorActions {
  readonly set: FormAction;
  readonly tryAgain: Press;
  readonly turnOn: Press;
  readonly turnOff: Press;
  readonly forgetServerKey: Press;
  readonly goOn: Press;
}
