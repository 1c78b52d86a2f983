import { slideOptionShapes } from '#lib/slides/slide-options.ts';

/** Where on a stage its slide lies, in its middle, as CSS that a container with sizes of its own measures. */
export interface SlideArea {
  readonly width: string;
  /** Null where the width and `ratio` say it. */
  readonly height: string | null;
  /** Width by height. */
  readonly ratio: string;
}

/**
 * The slide on a stage of any shape: reveal.js scales it to what is left beside the margin, within the deck's bounds. Both ends of a
 * pointer use it, so that it stands on the same word however large and wide each stage is.
 */
export function slideArea(options: Readonly<Record<string, unknown>>): SlideArea {
  const part = 1 - numberOf(options, 'margin', 0.04);
  const width = sizeOf(options, 'width', 960);
  const height = sizeOf(options, 'height', 700);
  if (width === null || height === null)
    return { width: `${100 * part}cqw`, height: `${100 * part}cqh`, ratio: 'auto' };
  const least = numberOf(options, 'minScale', 0.2) * width;
  const most = numberOf(options, 'maxScale', 2) * width;
  const fitting = `min(${100 * part}cqw, ${(100 * part * width) / height}cqh)`;
  return { width: `clamp(${least}px, ${fitting}, ${most}px)`, height: null, ratio: `${width} / ${height}` };
}

function numberOf(
  options: Readonly<Record<string, unknown>>,
  name: 'margin' | 'minScale' | 'maxScale',
  preset: number,
): number {
  const result = slideOptionShapes[name].safeParse(options[name]);
  return result.success ? result.data : preset;
}

/** Pixels; null for a size that is a part of the window. */
function sizeOf(options: Readonly<Record<string, unknown>>, name: 'width' | 'height', preset: number): number | null {
  const result = slideOptionShapes[name].safeParse(options[name]);
  if (!result.success) return preset;
  return typeof result.data === 'number' ? result.data : null;
}
