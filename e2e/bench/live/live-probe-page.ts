// Runs in every document of the measured browser, before anything else in it: notes when keys came in, when another slide was
// painted, and when frames began. Times are milliseconds since 1970.
import { afterPaint, nextFrame } from '#e2e/bench/stage/after-paint.ts';
import type { LiveNotes } from './live-notes.ts';

declare global {
  interface Window {
    readonly benchNotes: LiveNotes;
  }
}

const PRESENT = '.slides > section.present:not(.stack), .slides > section.stack.present > section.present';

const notes: LiveNotes = { keys: [], painted: [], frames: [] };
Object.assign(window, { benchNotes: notes });
let shown: Element | null = null;

addEventListener('keydown', ({ timeStamp }) => notes.keys.push(performance.timeOrigin + timeStamp), { capture: true });

new MutationObserver(() => {
  const present = document.querySelector(PRESENT);
  if (present === null || present === shown) return;
  shown = present;
  afterPaint(() => notes.painted.push(performance.timeOrigin + performance.now()));
}).observe(document, { attributeFilter: ['class'], childList: true, subtree: true });

// Frames go on all the time, as on a display where something moves.
if (window === window.top) nextFrame(beat);

function beat(time: number): void {
  notes.frames.push(time);
  nextFrame(beat);
}
