import { Cell } from '#components/connection/cell.ts';
import type { Answer, BlameView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';

/** Whether the margin says who wrote, and what it knows. */
export type BlameState =
  | { readonly type: 'off' }
  | { readonly type: 'reading' }
  | { readonly type: 'shown'; readonly blame: BlameView }
  | { readonly type: 'refused'; readonly refusal: string };

/** While people type, who wrote is read again no more often than this. */
const AGAIN_MILLISECONDS = 5000;

/** Who wrote which characters: read when somebody wants to see it, and again while there are newer words. */
export class BlameStore {
  readonly state = new Cell<BlameState>({ type: 'off' });
  readonly #read: () => Promise<Answer<BlameView>>;
  readonly #isSafe: () => boolean;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `isSafe` says whether everything that was typed here is saved: before that, the server knows less. */
  constructor(read: () => Promise<Answer<BlameView>>, isSafe: () => boolean) {
    this.#read = read;
    this.#isSafe = isSafe;
  }

  readonly toggle = (): void => {
    const { type } = this.state.getSnapshot();
    if (type === 'shown' || type === 'reading') return this.close();
    this.state.set({ type: 'reading' });
    void this.#ask();
  };

  /** There are words of which nothing is known yet. */
  readonly newer = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (this.state.getSnapshot().type !== 'shown') return;
      if (this.#isSafe()) void this.#ask();
      else this.newer();
    }, AGAIN_MILLISECONDS);
  };

  readonly close = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.state.set({ type: 'off' });
  };

  async #ask(): Promise<void> {
    const answer = await this.#read().catch(() => ({ refusal: messages.history.unreachable }));
    const { type } = this.state.getSnapshot();
    if (type === 'off') return;
    // What is shown already stays when there is nothing newer to be had.
    if ('refusal' in answer) {
      if (type !== 'shown') this.state.set({ type: 'refused', refusal: answer.refusal });
    } else this.state.set({ type: 'shown', blame: answer });
  }
}
