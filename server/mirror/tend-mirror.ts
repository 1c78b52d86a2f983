import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { sendMirrorJob } from '#server/jobs/send-job.ts';
import { hostOf } from '#server/people/host-of.ts';
import type { Prisma } from '#prisma/client/client.ts';

const AT_ONCE = { failures: 0, tryAfter: null, problem: null } as const;

/** Tries now what would be tried later. Hosts only, as all of these. */
export async function tryMirror(visitor: Visitor, slug: string): Promise<void> {
  await change(visitor, slug, { act: 'mirror.try', data: AT_ONCE });
}

/** Turns it off, which leaves the repository as it is, or on again. */
export async function turnMirror(visitor: Visitor, slug: string, on: boolean): Promise<void> {
  const data = on ? { ...AT_ONCE, offAt: null } : { offAt: new Date() };
  await change(visitor, slug, { act: on ? 'mirror.on' : 'mirror.off', data });
}

/** Lets the server's next key be trusted. */
export async function forgetServerKey(visitor: Visitor, slug: string): Promise<void> {
  await change(visitor, slug, { act: 'mirror.forgetKey', data: { ...AT_ONCE, hostKeys: null } });
}

/** Goes on from the history that the repository has now: what it lacks is written on top of it. */
export async function goOnFromTheirs(visitor: Visitor, slug: string): Promise<void> {
  const data = { ...AT_ONCE, diverged: false, head: null };
  await change(visitor, slug, { act: 'mirror.goOn', data }, (tx, seriesId) =>
    tx.mirroredEdition.deleteMany({ where: { seriesId } }),
  );
}

interface Change {
  readonly act: string;
  readonly data: Prisma.SeriesMirrorUpdateInput;
}

async function change(
  visitor: Visitor,
  slug: string,
  { act, data }: Change,
  also?: (tx: Transaction, seriesId: string) => Promise<unknown>,
): Promise<void> {
  const { series, personId } = await hostOf(visitor, slug);
  const seriesId = series.id;
  await database().$transaction(async (tx) => {
    const mirror = await tx.seriesMirror.findUnique({ where: { seriesId } });
    if (mirror === null) throw new Refusal('not-found', messages.mirror.none);
    await tx.seriesMirror.update({ where: { seriesId }, data });
    await also?.(tx, seriesId);
    await audit(tx, { act, personId, seriesId, details: { address: mirror.address } });
  });
  if (act !== 'mirror.off') await sendMirrorJob(seriesId);
}
