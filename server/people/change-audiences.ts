import type { z } from 'zod';
import type { audiencesFormSchema } from '#lib/people/people-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { hostOf } from './host-of.ts';

/** Sets who may read and write in a series. Hosts only. Whoever may no longer is out at once. */
export async function changeAudiences(
  visitor: Visitor,
  slug: string,
  form: z.infer<typeof audiencesFormSchema>,
): Promise<void> {
  const { series, personId } = await hostOf(visitor, slug);
  await database().$transaction(async (tx) => {
    await tx.series.update({ where: { id: series.id }, data: form });
    await audit(tx, { act: 'series.access', personId, seriesId: series.id, details: form });
  });
  bus().publish('access.changed', { seriesId: series.id });
}
