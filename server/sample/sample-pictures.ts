import { Canvas } from './canvas.ts';
import type { Colour, Pair } from './canvas.ts';
import { encodePng } from './encode-png.ts';

const NIGHT: Colour = [27, 42, 65];
const SKY: Colour = [205, 224, 236];
const DAWN: Colour = [253, 230, 203];
const HILLS: Colour = [126, 150, 166];
const SEA: Colour = [64, 105, 131];
const PAPER: Colour = [244, 246, 247];
const TEAL: Colour = [22, 110, 125];
const AMBER: Colour = [222, 141, 49];
const GREY: Colour = [176, 188, 196];

/** The harbour at sunrise, for the background of title slides: pale where the title stands. */
export function dawn(): Uint8Array {
  const canvas = new Canvas(1280, 720);
  const horizon = 560;
  canvas.gradient([0, horizon], SKY, DAWN);
  canvas.paint([255, 244, 222], (x, y) => y < horizon && distance([x, y], [930, horizon]) < 90);
  canvas.paint(HILLS, (x, y) => y < horizon && y > horizon - 22 - 20 * Math.sin(x / 150) - 10 * Math.sin(x / 61));
  canvas.gradient([horizon, 720], SEA, NIGHT);
  // The sun on the water: stripes that widen towards us.
  canvas.paint(DAWN, (x, y) => y > horizon && y % 14 < 5 && Math.abs(x - 930) < 40 + (y - horizon) * 0.5, 0.5);
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
  const dark: Colour = [20, 30, 47];
  canvas.paint(dark, (x, y) => {
    const down = (y - (water - 26 * size)) / (26 * size);
    return down >= 0 && down <= 1 && x >= left + 26 * size * down && x <= left + (150 - 34 * down) * size;
  });
  canvas.box(
    dark,
    [Math.round(left + 70 * size), Math.round(water - 190 * size)],
    [Math.max(2, Math.round(4 * size)), Math.round(170 * size)],
  );
  canvas.paint([193, 96, 66], (x, y) => {
    const down = (y - (water - 180 * size)) / (140 * size);
    return down >= 0 && down <= 1 && x >= left + 78 * size && x <= left + (78 + 62 * down) * size;
  });
  canvas.paint(
    dark,
    (x, y) => y > water && y < water + 22 * size && y % 6 < 3 && x > left + 20 * size && x < left + 120 * size,
    0.4,
  );
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

function distance([x, y]: Pair, [toX, toY]: Pair): number {
  return Math.hypot(x - toX, y - toY);
}
