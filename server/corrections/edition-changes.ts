import { addresses } from '#lib/addresses.ts';
import type { EditionChangesView } from '#lib/corrections/correction-views.ts';
import { editionContentSchema, type EditionContent } from '#lib/record/edition.ts';
import { diffEditions } from '#lib/record/edition-diff.ts';
import type { CallParts } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';

interface Compared {
  readonly number: number;
  readonly text: string;
  readonly content: EditionContent;
}

/**
 * How an edition of a record differs: the newest from the one before it, any other from the newest. Null for a record's only one.
 * Whoever asks was let in to the record.
 */
export async function editionChanges(
  { id, address, series }: CallParts,
  shown: Compared,
  newest: number,
): Promise<EditionChangesView | null> {
  const isNewest = shown.number === newest;
  const number = isNewest ? shown.number - 1 : newest;
  const row = await database().edition.findFirst({
    where: { record: { callId: id }, number },
    select: { presented: true, content: true },
  });
  if (row === null) return null;
  const other = {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(row.presented),
    content: editionContentSchema.parse(row.content),
  };
  const [earlier, later] = isNewest ? [other, shown] : [shown, other];
  const older = addresses.edition(series.slug, address, isNewest ? number : shown.number);
  const slideAddress = (type: string, section: string, key: string): string =>
    // Section keys have letters of any script: in an address they are encoded.
    encodeURI(type === 'removed' ? `${older}/${section}/${key}` : addresses.slide(series.slug, address, section, key));
  const { provenance } = shown.content;
  return {
    type: isNewest ? 'since' : 'later',
    number,
    address: isNewest ? older : addresses.call(series.slug, address),
    sections: diffEditions(earlier, later).map((section) => ({
      ...section,
      slides: section.slides.map((slide) => ({
        ...slide,
        address: slideAddress(slide.type, slide.section, slide.key),
      })),
    })),
    corrections:
      provenance.type === 'correction' ? provenance.corrections.map(({ title, by, at }) => ({ title, by, at })) : [],
  };
}
