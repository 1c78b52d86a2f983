import type { PlayStep, PlayView } from './history-views.ts';

/** A stretch of a text while it comes to be. */
export interface PlayPiece {
  readonly text: string;
  /** Place in `people` of who wrote it since the play began; null for what was there, or where that is not known. */
  readonly person: number | null;
  /** What this very step did: `removed` words are gone with the next one. */
  readonly now: 'kept' | 'added' | 'removed';
}

/** The text after so many steps. */
export type PlayFrame = readonly PlayPiece[];

/** Steps through a text, forwards and back. Frame 0 is the text before the first step; those that were made are kept. */
export class PlayText {
  readonly #steps: readonly PlayStep[];
  readonly #frames: PlayFrame[];

  constructor({ start, steps }: Pick<PlayView, 'start' | 'steps'>) {
    this.#steps = steps;
    this.#frames = [start === '' ? [] : [{ text: start, person: null, now: 'kept' }]];
  }

  /** The text after `count` steps, none below 0 and not more than there are. */
  frame(count: number): PlayFrame {
    const wanted = Math.max(0, Math.min(this.#steps.length, count));
    for (let made = this.#frames.length; made <= wanted; made += 1) {
      const [before, step] = [this.#frames[made - 1] ?? [], this.#steps[made - 1]];
      this.#frames.push(step === undefined ? before : stepOn(before, step));
    }
    return this.#frames[wanted] ?? [];
  }
}

/** What people read of a frame: without the words that its step took out. */
export function frameText(frame: PlayFrame): string {
  return frame.map(({ text, now }) => (now === 'removed' ? '' : text)).join('');
}

function stepOn(before: PlayFrame, { changes, person }: PlayStep): PlayFrame {
  const rest = new Pieces(before.filter(({ now }) => now !== 'removed'));
  const frame: PlayPiece[] = [];
  let at = 0;
  for (const { at: from, remove, insert } of changes) {
    frame.push(...rest.take(from - at));
    for (const piece of rest.take(remove)) frame.push({ ...piece, now: 'removed' });
    if (insert !== '') frame.push({ text: insert, person, now: 'added' });
    at = from + remove;
  }
  return joined([...frame, ...rest.take(Infinity)]);
}

/** Pieces of a text, taken from its beginning. */
class Pieces {
  readonly #pieces: PlayFrame;
  #at = 0;
  #offset = 0;

  constructor(pieces: PlayFrame) {
    this.#pieces = pieces;
  }

  /** The next so many UTF-16 units. */
  take(count: number): PlayFrame {
    const taken: PlayPiece[] = [];
    let left = count;
    while (left > 0) {
      const piece = this.#pieces[this.#at];
      if (piece === undefined) break;
      const text = piece.text.slice(this.#offset, this.#offset + left);
      taken.push({ text, person: piece.person, now: 'kept' });
      left -= text.length;
      this.#offset += text.length;
      if (this.#offset < piece.text.length) break;
      this.#at += 1;
      this.#offset = 0;
    }
    return taken;
  }
}

/** Neighbours of one kind as one piece, so that a long play stays light. */
function joined(pieces: PlayFrame): PlayFrame {
  const all: PlayPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last !== undefined && last.person === piece.person && last.now === piece.now)
      all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
