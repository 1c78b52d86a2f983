import { parseCallAddress } from '#lib/addresses.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { nearestPlace } from '#lib/record/edition-diff.ts';
import type { Visitor } from '#lib/visitor.ts';
import { findCall } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';

const contentSchema = editionContentSchema.pick({ slides: true, sections: true });

/**
 * Where a slide would be in an edition that does not have it, by running number: beside what came before it in the newest edition that
 * does. Null where none has it. `address` may name an edition: `2024-12-12@2`. For who may read records.
 */
export async function goneSlide(
  visitor: Visitor,
  slug: string,
  { address, section, slide }: { readonly address: string; readonly section: string; readonly slide: string },
): Promise<number | null> {
  const parsed = parseCallAddress(address);
  if (parsed === null) return null;
  const { call } = await findCall(visitor, slug, parsed.call, 'record.read');
  const editions = await database().edition.findMany({
    where: { record: { callId: call.id } },
    orderBy: { number: 'desc' },
    select: { number: true, content: true },
  });
  const read = editions.map(({ number, content }) => ({ number, content: contentSchema.parse(content) }));
  const shown = parsed.edition === null ? read[0] : read.find(({ number }) => number === parsed.edition);
  if (shown === undefined) return null;
  for (const other of read) {
    const index = other.content.slides.findIndex((each) => each.section === section && each.key === slide);
    if (index !== -1) return nearestPlace(other, shown, index);
  }
  return null;
}
