import { addresses } from '#lib/addresses.ts';
import { dateIn } from '#lib/dates/call-date.ts';
import { exportMarkdown, type ExportedMarkdown } from '#lib/export/export-markdown.ts';
import type { ExportFacts } from '#lib/export/export-facts.ts';
import type { ExportProfile } from '#lib/export/export-profile.ts';
import { editionContentSchema, type EditionContent } from '#lib/record/edition.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { ownOrigin } from '#server/environment.ts';

/** A section of it; one without slides is only told of. */
type ExportSection = Pick<EditionContent['sections'][number], 'title' | 'fromSlide' | 'toSlide' | 'status'>;

/** A text to take along: an edition, or a deck as it is now. */
export interface ExportSource {
  readonly series: { readonly slug: string; readonly name: string };
  /** Name of its files without an ending: ASCII, without characters that need quoting. */
  readonly stem: string;
  /** What is on the slides. */
  readonly text: string;
  /** What another Plenum goes on from: of a record what was presented, of a deck what is written. */
  readonly written: string;
  readonly kind: EditionContent['kind'];
  readonly facts: ExportFacts;
  readonly sections: readonly ExportSection[];
  /** The picture that is kept for an address in the text; null when there is none. */
  readonly keptFor: (address: string) => KeptAsset | null;
}

/** Its Markdown for one kind of reader and the pictures that go with it; `nameOf` says how the text names them, relatively if nothing else is said. */
export function writeMarkdown(
  profile: ExportProfile,
  { text, written, kind, facts, keptFor }: ExportSource,
  nameOf?: (picture: KeptAsset) => string,
): ExportedMarkdown<KeptAsset> {
  const deck = { text: profile === 'plenum' ? written : text, kind, facts, keptFor };
  return exportMarkdown(profile, nameOf === undefined ? deck : { ...deck, nameOf });
}

/** The columns of an edition that a text of it is made from, with its call and series. */
export interface EditionRow {
  readonly number: number;
  readonly checksum: string;
  readonly presented: Uint8Array;
  readonly content: unknown;
  readonly call: { readonly address: string };
  readonly series: { readonly slug: string; readonly name: string };
}

/** An edition to take along; of who may read it this knows nothing. */
export function editionSource({ number, checksum, presented, content, call, series }: EditionRow): ExportSource {
  const { kind, title, startsAt, timeZone, sections, assets } = editionContentSchema.parse(content);
  const first = number === 1;
  const path = first ? addresses.call(series.slug, call.address) : addresses.edition(series.slug, call.address, number);
  const text = decoded(presented);
  return {
    series,
    stem: `${series.slug}-${call.address}${first ? '' : `@${number}`}`,
    text,
    written: text,
    kind,
    facts: {
      title,
      date: dateIn(new Date(startsAt), timeZone),
      series: series.name,
      call: call.address,
      edition: number,
      checksum,
      address: ownOrigin() + path,
    },
    sections,
    keptFor: (address) => assets[address] ?? null,
  };
}

/** Bytes of an edition as the text that they are, letter by letter. */
export function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
