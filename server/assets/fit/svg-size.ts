import { SLIDE_SIDE } from '#lib/assets/asset-limits.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';

/** CSS pixels in a unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  em: 16,
  rem: 16,
  ex: 8,
};

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Writes the size down by which browsers show an SVG, no larger than a slide, and gives it in whole pixels. Refuses one without any. */
export function fixSize(root: Element): Size {
  const box = viewBoxOf(root);
  const { width, height } = sizeOf(root, box);
  if (box === null) root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const scale = Math.min(1, SLIDE_SIDE / Math.max(width, height));
  const fixed = { width: whole(width * scale), height: whole(height * scale) };
  root.setAttribute('width', String(fixed.width));
  root.setAttribute('height', String(fixed.height));
  return fixed;
}

function sizeOf(root: Element, box: Size | null): Size {
  const width = lengthOf(root.getAttribute('width'));
  const height = lengthOf(root.getAttribute('height'));
  if (width !== null && height !== null) return { width, height };
  if (box === null) throw new Refusal('invalid', pictureProblems.svgNoSize);
  if (width !== null) return { width, height: (width * box.height) / box.width };
  return height === null ? box : { width: (height * box.width) / box.height, height };
}

/** Null for none, for percents, and for what is no length. */
function lengthOf(value: string | null): number | null {
  const [, number = '', unit = ''] = /^\s*\+?(\d{0,7}(?:\.\d{1,9})?)\s*([a-z]*)\s*$/i.exec(value ?? '') ?? [];
  const factor = UNITS[unit.toLowerCase()];
  const length = Number(number) * (factor ?? 0);
  return length > 0 ? length : null;
}

function viewBoxOf(root: Element): Size | null {
  const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 && Number.isFinite(width / height) && Number.isFinite(height / width)
    ? { width, height }
    : null;
}

function whole(length: number): number {
  return Math.max(1, Math.round(length));
}
