import type { Problem } from '#lib/slides/deck-model.ts';

/** Something to say about the text: a problem, and where people find it. */
export interface Hint extends Problem {
  /** The same while the text around it changes: its code, its words, and which of those that say the same it is. */
  readonly id: string;
  /** A fault changes what the audience sees; advice only makes a good slide better. */
  readonly weight: 'fault' | 'advice';
  /** Address of a picture on another server: keeping a copy of it mends this. Null for all other hints. */
  readonly foreign: string | null;
  /** The words of the text that it is about, on one line. */
  readonly words: string;
  /** Line of the text, from 1. */
  readonly line: number;
  /** Running number of the slide, from 0. */
  readonly slide: number;
}

/** Whether a press mends it. */
export function isMendable({ fix, foreign }: Hint): boolean {
  return fix !== null || foreign !== null;
}
