import { rounded, summary } from './quantiles.ts';
import type { Stroke } from './typist.ts';
import type { Report } from './witness.ts';

/** A line of the table: how soon keys were painted. */
export interface SpeedRow {
  readonly what: string;
  readonly slides: number | null;
  /** Whether a key finds the page at rest, or frames going on as on a display where something moves. */
  readonly frames: 'on demand' | '60 Hz';
  readonly strokes: readonly Stroke[];
}

const FRAME_MILLISECONDS = 1000 / 60;

/** The lines as they are printed, with ratios to the floors of editor and preview. */
export function speedTable(
  rows: readonly SpeedRow[],
  floors: { readonly editors: readonly SpeedRow[]; readonly preview: SpeedRow },
): readonly Record<string, string | number>[] {
  return rows.map((row) => ({
    what: row.what,
    slides: row.slides ?? '',
    frames: row.frames,
    keys: row.strokes.length,
    ...columns('editor', editorTimes(row), editorFloor(row)),
    ...columns('preview', previewTimes(row), previewTimes(floors.preview)),
    'frames between': textOf(framesBetween(row)),
  }));

  function editorFloor(row: SpeedRow): readonly number[] {
    return floorOf(row, floors.editors).flatMap(editorTimes);
  }
}

/** The floor with the same text and the same frames; none for a row that has none. */
export function floorOf(row: SpeedRow, editors: readonly SpeedRow[]): readonly SpeedRow[] {
  return editors.filter(({ slides, frames }) => slides === row.slides && frames === row.frames);
}

function columns(part: string, times: readonly number[], floor: readonly number[]): Record<string, string> {
  if (times.length === 0) return { [part]: '', [`${part} / floor`]: '' };
  const [own, least] = [summary(times), summary(floor)];
  return {
    [part]: textOf(times),
    [`${part} / floor`]: `${rounded(own.median / least.median)} / ${rounded(own.p95 / least.p95)}`,
  };
}

/** Median and 95th percentile. */
export function textOf(values: readonly number[]): string {
  if (values.length === 0) return '';
  const { median, p95 } = summary(values);
  return `${median} / ${p95}`;
}

/** From the key to the painted letter in the source. */
export function editorTimes({ strokes }: SpeedRow): readonly number[] {
  return strokes.flatMap(({ key, editor }) => since(key, editor));
}

/** From the key to the painted letter on the slide. */
export function previewTimes({ strokes }: SpeedRow): readonly number[] {
  return strokes.flatMap(({ key, preview }) => since(key, preview));
}

function since(key: Report, painted: Report | null): readonly number[] {
  return painted === null ? [] : [painted.at - key.at];
}

/** By how many frames the slide comes after the source: 0 is the same frame. */
export function framesBetween({ strokes }: SpeedRow): readonly number[] {
  return strokes.flatMap(({ editor, preview }) =>
    editor === null || preview === null ? [] : [Math.round((preview.frameAt - editor.frameAt) / FRAME_MILLISECONDS)],
  );
}
