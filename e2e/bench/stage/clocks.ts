import type { Frame } from '@playwright/test';

/**
 * How far the clocks of these documents are apart at most, in milliseconds. Each is compared with ours by the quickest of some
 * questions; half of that question's time is what this does not know.
 */
export async function clockDifference(
  frames: readonly Frame[],
): Promise<{ readonly apart: number; readonly unsure: number }> {
  const clocks = [];
  for (const frame of frames) clocks.push(await offsetOf(frame));
  const offsets = clocks.map(({ offset }) => offset);
  return {
    apart: Math.max(...offsets) - Math.min(...offsets),
    unsure: Math.max(...clocks.map(({ unsure }) => unsure)),
  };
}

/** How far ahead of ours a document's clock is, in milliseconds. */
export async function offsetOf(frame: Frame): Promise<{ readonly offset: number; readonly unsure: number }> {
  let best = { offset: 0, unsure: Infinity };
  for (let question = 0; question < 30; question++) {
    const asked = performance.timeOrigin + performance.now();
    const there = await frame.evaluate(() => performance.timeOrigin + performance.now());
    const unsure = (performance.timeOrigin + performance.now() - asked) / 2;
    if (unsure < best.unsure) best = { offset: there - asked - unsure, unsure };
  }
  return best;
}
