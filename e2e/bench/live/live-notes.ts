/** What a document saw since it was last asked: instants in milliseconds since 1970, frames in the document's own time. */
export interface LiveNotes {
  readonly keys: number[];
  /** Another slide was painted. */
  readonly painted: number[];
  readonly frames: number[];
}

/** How long what followed each key took, and for how many keys nothing followed before the next one. */
export interface Delays {
  readonly delays: readonly number[];
  readonly missed: number;
}

/** For each key the first that followed before the next key. Both rise; milliseconds of one clock. */
export function firstAfterEach(keys: readonly number[], seen: readonly number[]): Delays {
  const delays = keys.flatMap((key, index) => {
    const until = keys[index + 1] ?? Infinity;
    const first = seen.find((at) => at >= key && at < until);
    return first === undefined ? [] : [first - key];
  });
  return { delays, missed: keys.length - delays.length };
}

/**
 * How long each follower waited for each move, from the last key before anybody had it. A move that nobody pressed a key for is
 * left out. Milliseconds of one clock.
 */
export function delaysOfMoves(keys: readonly number[], moves: readonly (readonly number[])[]): readonly number[] {
  return moves.flatMap((move) => {
    const first = move.reduce((least, at) => Math.min(least, at), Infinity);
    const key = keys.findLast((at) => at <= first);
    return key === undefined ? [] : move.map((at) => at - key);
  });
}

/** Times between one frame and the next. */
export function frameTimes(frames: readonly number[]): readonly number[] {
  return frames.slice(1).map((at, index) => at - (frames[index] ?? at));
}
