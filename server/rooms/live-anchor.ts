import type * as Y from 'yjs';
import { reanchor } from '#lib/live/live-position.ts';
import type { LivePosition } from '#lib/live/live-state.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';

// Each is looked for at every change, and nobody remembers more.
const MOST_LOST = 8;

/** Where a position stands in a text that was edited. */
export interface FoundPosition {
  readonly position: LivePosition;
  /** `lost`: its slide was taken out, and this one stands in. `back`: what was presented before that is there again. */
  readonly how: 'kept' | 'lost' | 'back';
}

/** Finds the slide on the stage again after edits, also when its text was cut and is pasted elsewhere a moment later. */
export class LiveAnchor {
  /** What was presented when it vanished, the slide and what stood in for it. */
  #lost: readonly LivePosition[] = [];

  /** The presenter has moved on: what vanished before is not waited for any more. */
  forget(): void {
    this.#lost = [];
  }

  /** Null when no slide is left. */
  find(doc: Y.Doc, model: DeckModel, position: LivePosition): FoundPosition | null {
    const back = this.#backAgain(doc, model);
    if (back !== null) return { position: back, how: this.#lost.length === 0 ? 'back' : 'kept' };
    const found = reanchor(doc, model, position);
    if (found === null) return null;
    if (found.by !== 'place') return { position: found.position, how: 'kept' };
    this.#lost = [...this.#lost, position].slice(0, MOST_LOST);
    return { position: found.position, how: 'lost' };
  }

  #backAgain(doc: Y.Doc, model: DeckModel): LivePosition | null {
    for (const [index, lost] of this.#lost.entries()) {
      const back = reanchor(doc, model, lost);
      if (back?.by !== 'text') continue;
      this.#lost = this.#lost.slice(0, index);
      return back.position;
    }
    return null;
  }
}
