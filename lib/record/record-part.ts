import type { Changes } from '#lib/archive/archive-views.ts';

/** A section of a record with what is known of it beside its slides. */
export interface RecordPart {
  /** Its part of addresses. */
  readonly key: string;
  readonly title: string;
  /** Where it is read alone; null for one that had no slides. Of an edition that is not the newest: in that edition. */
  readonly address: string | null;
  /** Running numbers of its first slide and of the one after its last, from 0: equal for one that had no slides. */
  readonly fromSlide: number;
  readonly toSlide: number;
  readonly team: { readonly name: string; readonly hue: number; readonly address: string } | null;
  /** As the record names them; null where nobody is named. */
  readonly reporter: string | null;
  /** Whether its slides name who reported. */
  readonly named: boolean;
  readonly status: string | null;
  /** Where whoever looks corrects it, and whether somebody has begun; not there for who may not. */
  readonly correct?: { readonly address: string; readonly open: boolean };
  /** Against its team's report before; null without one, and in an edition that is not the newest. */
  readonly changes: Changes | null;
}

/** A slide of a record, with the address that it has for good. */
export interface RecordSlideView {
  /** Running number, from 0. */
  readonly index: number;
  readonly section: string;
  readonly key: string;
  readonly heading: string;
  /** Where it stands in the record's text, UTF-16 offsets, with its separator and notes. */
  readonly range: { readonly from: number; readonly to: number };
  /** Permanent address of the slide. */
  readonly address: string;
  /** Of an older edition: what became of it, where it was changed later. */
  readonly later?: string;
}
