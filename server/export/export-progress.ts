import { isUuid } from '#lib/uuid.ts';

/** How far a zip is. */
export interface ExportProgress {
  readonly done: number;
  readonly of: number;
  readonly state: 'making' | 'done' | 'stopped';
}

/** So many are remembered, the newest. */
const MOST = 500;

declare global {
  /** One for all of Next's bundles in this process. */
  var plenumExports: Map<string, ExportProgress> | undefined;
}

function known(): Map<string, ExportProgress> {
  globalThis.plenumExports ??= new Map();
  return globalThis.plenumExports;
}

/** Remembers how far the zip is that somebody's page calls by this id, a random UUID of theirs; anything else is nobody's. */
export function tellProgress(id: string | null, progress: ExportProgress): void {
  if (id === null || !isUuid(id)) return;
  known().delete(id);
  known().set(id, progress);
  const [oldest] = known().keys();
  if (known().size > MOST && oldest !== undefined) known().delete(oldest);
}

/** How far it is, as this process knows; null for one that it has not begun. */
export function exportProgress(id: string): ExportProgress | null {
  return known().get(id) ?? null;
}
