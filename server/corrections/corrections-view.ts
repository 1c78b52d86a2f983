import { addresses } from '#lib/addresses.ts';
import type { CorrectionsView } from '#lib/corrections/correction-views.ts';
import type { FoundCall } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';

import { correctableBy, isCorrectable, openUntil, type NewestEdition } from './find-corrections.ts';

/** What the page of a record says of its corrections; null for who makes none, and while none can be made. */
export async function correctionsView(
  found: FoundCall,
  { sealed, content }: Pick<NewestEdition, 'sealed' | 'content'>,
): Promise<CorrectionsView | null> {
  const { call } = found;
  if (!sealed || !isCorrectable(content)) return null;
  const now = new Date();
  const may = await correctableBy(found, now);
  const own = content.sections.filter(({ key, fromSlide, toSlide }) => toSlide > fromSlide && may(key));
  if (own.length === 0) return null;
  const open = await database().correction.findMany({
    where: { callId: call.id, state: 'open' },
    select: { sectionKey: true, dueAt: true },
  });
  const { slug } = call.series;
  return {
    closesAt: openUntil(call, now)?.toISOString() ?? null,
    waiting: open.length,
    sections: own.map(({ key, title }) => ({
      key,
      title,
      address: addresses.correct(slug, call.address, key),
      open: open.some(({ sectionKey }) => sectionKey === key),
    })),
  };
}
