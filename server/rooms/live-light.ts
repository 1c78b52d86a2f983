import type { LiveMessage, LivePoint } from '#lib/live/live-state.ts';
import type { Member } from './member.ts';

/** The presenter's light on everybody's stage. It goes out with whoever held it, and when the stage moves on. */
export class LiveLight {
  readonly #broadcast: (message: LiveMessage, except?: Member) => void;
  #lit = false;

  constructor(broadcast: (message: LiveMessage, except?: Member) => void) {
    this.#broadcast = broadcast;
  }

  show(at: LivePoint | null, from?: Member): void {
    if (at === null && !this.#lit) return;
    this.#lit = at !== null;
    this.#broadcast({ type: 'point', at }, from);
  }
}
