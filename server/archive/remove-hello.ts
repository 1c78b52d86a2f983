import { addresses } from '#lib/addresses.ts';
import { isUuid } from '#lib/uuid.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { findCallById } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';

/**
 * Takes the name of somebody who said hello out of the record: for hosts. The log says that it was done, and not the name. One that is gone
 * already stays gone.
 */
export async function removeHello(
  visitor: Visitor,
  callId: string,
  helloId: string,
): Promise<{ readonly address: string }> {
  const { call } = await findCallById(visitor, callId, 'series.manage');
  if (isUuid(helloId)) {
    await database().$transaction(async (tx) => {
      const { count } = await tx.callHello.deleteMany({ where: { id: helloId, callId: call.id } });
      if (count === 0) return;
      const personId = visitor.person?.id ?? null;
      await audit(tx, { act: 'hello.remove', personId, seriesId: call.seriesId, callId: call.id });
    });
  }
  return { address: addresses.call(call.series.slug, call.address) };
}
