import { seededRandom } from './seeded-random.ts';
import type { Report, Witness } from './witness.ts';

/** What one key did; times in milliseconds since 1970. */
export interface Stroke {
  readonly key: Report;
  /** When the page's own code first heard of the key. */
  readonly handled: Report;
  readonly editor: Report | null;
  readonly preview: Report | null;
}

/** In whose page keys are pressed, and where each is waited for. */
export interface Desk {
  readonly typing: Witness;
  readonly editor: Witness | null;
  readonly preview: Witness | null;
}

// A hyphen here and there gives lines a place to break; a blank at the end of a line would not be painted.
const LETTERS = 'abcdefgh-ijklmno-pqrstuvwxyz-';

/**
 * Presses keys one at a time, each when the one before is painted everywhere, with pauses that fall anywhere between two frames.
 * The first ones warm up and do not count.
 */
export async function type(desk: Desk, count: number, warmUp = 10): Promise<readonly Stroke[]> {
  const random = seededRandom(count);
  const strokes: Stroke[] = [];
  for (let at = 0; at < count + warmUp; at++) {
    strokes.push(await press(desk, LETTERS[at % LETTERS.length] ?? 'x'));
    await pause(30 + random() * 33.4);
  }
  return strokes.slice(warmUp);
}

async function press({ typing, editor, preview }: Desk, letter: string): Promise<Stroke> {
  for (const witness of [typing, editor, preview]) witness?.forget();
  await typing.page.keyboard.press(letter);
  return {
    key: await typing.see('key'),
    handled: await typing.see('key-handled'),
    editor: (await editor?.see('editor')) ?? null,
    preview: (await preview?.see('preview')) ?? null,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
