import type { SeriesReference } from '#lib/views.ts';

/** What a zip would hold. */
export interface ExportCounts {
  readonly records: number;
  /** Of calls that are not on record yet. */
  readonly decks: number;
  readonly pictures: number;
}

/** What of a series can be taken along by whoever asks. */
export interface SeriesExportView extends ExportCounts {
  readonly series: SeriesReference;
  /** In which there were calls, the latest first. */
  readonly years: readonly string[];
}

/** What of the whole Plenum can be. */
export interface EverythingView {
  readonly series: readonly (ExportCounts & { readonly slug: string; readonly name: string })[];
}
