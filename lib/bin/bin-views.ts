import type { SeriesReference } from '#lib/views.ts';

/** A call or a series that was deleted and can be brought back. */
export interface DeletedRow {
  readonly kind: 'call' | 'series';
  readonly id: string;
  readonly name: string;
  /** Where it was, and what says there that it was deleted. */
  readonly address: string;
  /** Of a call: its day, `2026-12-10`. */
  readonly date: string | null;
  /** ISO 8601, as all times here. */
  readonly deletedAt: string;
  /** Null for somebody who is not known any more. */
  readonly by: string | null;
  readonly until: string;
  readonly daysLeft: number;
  /** The series' zone. */
  readonly timeZone: string;
}

/** The bin of a series, for its hosts. */
export interface SeriesBinView {
  readonly series: SeriesReference;
  readonly calls: readonly DeletedRow[];
}

/** What stands at the address of something that was deleted, for who could read it before. */
export interface DeletedView {
  readonly row: DeletedRow;
  readonly mayRestore: boolean;
  /** The series that a deleted call belongs to. */
  readonly series: { readonly name: string; readonly address: string } | null;
  /** Where everything else that was deleted is, for who can bring it back. */
  readonly bin: string | null;
}
