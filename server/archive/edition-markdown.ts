import { isUuid } from '#lib/uuid.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';

/** A file to hand out. */
export interface MarkdownFile {
  /** ASCII, without characters that need quoting. */
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An edition as it is handed out. */
export interface HandedEdition extends MarkdownFile {
  readonly seriesId: string;
  /** Parsed by lib/record/edition. */
  readonly content: unknown;
}

/** The Markdown of an edition, byte for byte what was on the slides. */
export async function editionMarkdown(visitor: Visitor, editionId: string): Promise<HandedEdition> {
  if (!isUuid(editionId)) throw nothingHere();
  const edition = await database().edition.findUnique({
    where: { id: editionId },
    select: {
      number: true,
      presented: true,
      content: true,
      record: {
        select: {
          call: { select: { address: true, series: true, decks: { where: { kind: 'call' }, select: { id: true } } } },
        },
      },
    },
  });
  if (edition === null) throw nothingHere();
  const { address, series, decks } = edition.record.call;
  await authorize(visitor, 'record.read', series, decks[0]?.id);
  const number = edition.number === 1 ? '' : `@${edition.number}`;
  return {
    fileName: `${series.slug}-${address}${number}.md`,
    bytes: edition.presented,
    seriesId: series.id,
    content: edition.content,
  };
}
