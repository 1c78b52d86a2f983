import { Canvas } from './canvas.ts';
import type { Colour, Pair } from './canvas.ts';
import { encodePng } from './encode-png.ts';

const NIGHT: Colour = [27, 42, 65];
const SKY: Colour = [205, 224, 236];
const DAWN: Colour = [253, 230, 203];
const HILLS: Colour = [126, 150, 166];
const SUN: Colour = [255, 244, 222];
const GLITTER: Colour = [150, 160, 158];
const HULL: Colour = [20, 30, 47];
const SAIL: Colour = [193, 96, 66];
const REFLECTION: Colour = [40, 66, 90];
const SEA: Colour = [64, 105, 131];
const PAPER: Colour = [244, 246, 247];
const TEAL: Colour = [22, 110, 125];
const AMBER: Colour = [222, 141, 49];
const GREY: Colour = [176, 188, 196];

/** The harbour at sunrise, for the background of title slides: pale where the title stands. */
export function dawn(): Uint8Array {
  const canvas = new Canvas(1280, 720);
  const horizon = 560;
  const sun = 930;
  canvas.gradient([0, horizon], SKY, DAWN);
  canvas.paint(SUN, [sun - 90, horizon - 90, sun + 90, horizon], (x, y) => Math.hypot(x - sun, y - horizon) < 90);
  const hill = Float64Array.from(
    { length: 1280 },
    (_, x) => horizon - 22 - 20 * Math.sin(x / 150) - 10 * Math.sin(x / 61),
  );
  canvas.paint(HILLS, [0, horizon - 60, 1280, horizon], (x, y) => y > (hill[x] ?? horizon));
  canvas.gradient([horizon, 720], SEA, NIGHT);
  // The sun on the water: stripes that widen towards us.
  for (let y = horizon + 2; y < 720; y += 14) {
    const half = 40 + (y - horizon) * 0.5;
    canvas.paint(GLITTER, [sun - half, y, sun + half, y + 5], (x, row) => Math.abs(x - sun) < half - 5 + (row - y));
  }
  for (const [left, size] of BOATS) boat(canvas, [left, horizon + 40], size);
  return encodePng(canvas);
}

/** Where they lie, in pixels from the left, and how large they are. */
const BOATS = [
  [120, 0.7],
  [300, 0.5],
  [520, 0.85],
] as const;

function boat(canvas: Canvas, [left, water]: Pair, size: number): void {
  const hull = water - 26 * size;
  canvas.paint(HULL, [left, hull, left + 150 * size, water], (x, y) => {
    const down = (y - hull) / (26 * size);
    return x >= left + 26 * size * down && x <= left + (150 - 34 * down) * size;
  });
  const mast = Math.round(left + 70 * size);
  canvas.box(HULL, [mast, Math.round(water - 190 * size)], [Math.max(3, Math.round(4 * size)), Math.round(170 * size)]);
  const head = water - 180 * size;
  const sail = left + 78 * size;
  canvas.paint(SAIL, [sail, head, sail + 62 * size, head + 140 * size], (x, y) => x <= sail + (62 * (y - head)) / 140);
  for (let row = water + 2; row < water + 20 * size; row += 6)
    canvas.box(REFLECTION, [Math.round(left + 20 * size), row], [Math.round(100 * size), 3]);
}

/** A plan of the three piers: teal berths are taken, amber ones are free. */
export function pierPlan(): Uint8Array {
  const canvas = new Canvas(960, 480);
  canvas.box([214, 230, 236], [0, 0], [960, 480]);
  canvas.box([226, 219, 203], [0, 0], [960, 90]);
  for (const [pier, left] of [150, 430, 710].entries()) {
    canvas.box([150, 134, 112], [left, 90], [44, 350]);
    for (let berth = 0; berth < 8; berth += 1) {
      const isFree = (pier * 5 + berth * 3) % 7 === 0;
      const at: Pair = [berth % 2 === 0 ? left - 84 : left + 54, 120 + Math.floor(berth / 2) * 80];
      canvas.box(isFree ? AMBER : TEAL, at, [74, 34]);
    }
  }
  return encodePng(canvas);
}

/** Loans of the boat library over ten weeks, as bars; the last is this week. */
export function loanChart(): Uint8Array {
  const canvas = new Canvas(960, 420);
  canvas.box(PAPER, [0, 0], [960, 420]);
  for (let line = 0; line < 4; line += 1) canvas.box(GREY, [50, 60 + line * 90], [860, 1]);
  for (const [week, loans] of [9, 12, 11, 16, 14, 19, 22, 20, 27, 31].entries()) {
    const height = loans * 9;
    canvas.box(week === 9 ? AMBER : TEAL, [70 + week * 84, 370 - height], [54, height]);
  }
  canvas.box(NIGHT, [50, 370], [860, 3]);
  return encodePng(canvas);
}
