import { may, type Asker } from '#lib/access.ts';
import { addresses, parseCallAddress } from '#lib/addresses.ts';
import type { DeletedView } from '#lib/bin/bin-views.ts';
import { isText } from '#lib/text-argument.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import type { Call, Series } from '#prisma/client/client.ts';
import { deletedRows, inBin } from './deleted-rows.ts';

/**
 * What was deleted and stood at this path, or above it: asked when nothing was found there. Null when nothing was, and for whoever
 * could not have read it: existence is not told.
 */
export async function deletedPlace(visitor: Visitor, path: string): Promise<DeletedView | null> {
  const [slug = '', date = ''] = path.split('/').slice(1);
  if (!isText(slug) || !isText(date)) return null;
  const found = await deletedAt(slug, parseCallAddress(date)?.call ?? '');
  if (found === null) return null;
  const { calls, ...series } = found;
  if (series.deletedAt !== null) return deletedSeries(visitor, series);
  const [call] = calls;
  return call === undefined ? null : deletedCall(visitor, series, call);
}

/** The series that has this address or had it, when it is in the bin, or a call of it at this one. One question, because every page asks it. */
async function deletedAt(slug: string, address: string) {
  const gone = inBin(new Date());
  const call = { address, ...gone };
  return database().series.findFirst({
    where: {
      AND: [
        { OR: [{ slug }, { addresses: { some: { slug } } }] },
        { OR: [gone, { deletedAt: null, calls: { some: call } }] },
      ],
    },
    include: { calls: { where: call, include: { decks: { where: { kind: 'call' }, select: { id: true } } } } },
  });
}

/** What is said of a series in the bin to who could read it before, and to who may bring it back. */
async function deletedSeries(visitor: Visitor, series: Series): Promise<DeletedView | null> {
  const asker = await askerFor(visitor, series.id);
  const mayRestore = may(asker, 'series.restore', series);
  if (!mayRestore && !may(asker, 'series.read', { ...series, deletedAt: null })) return null;
  return viewOf({ series }, { mayRestore, bin: binOf(asker) });
}

/** The same of a call: its series is there. */
async function deletedCall(
  visitor: Visitor,
  series: Series,
  { decks, ...call }: Call & { readonly decks: readonly { readonly id: string }[] },
): Promise<DeletedView | null> {
  const asker = await askerFor(visitor, series.id, decks[0]?.id);
  if (!may({ ...asker, deleted: false }, 'call.read', series)) return null;
  const mayRestore = may(asker, 'call.delete', series);
  return viewOf({ series, call }, { mayRestore, bin: mayRestore ? addresses.bin(series.slug) : null });
}

function binOf(asker: Asker): string | null {
  if (asker.role === 'host') return addresses.ownBin();
  return asker.admin ? addresses.admin() : null;
}

/** What is said of a series in the bin to whoever holds an invitation to it: its name they know. */
export async function deletedInvitation(visitor: Visitor, invitationId: string | null): Promise<DeletedView | null> {
  if (invitationId === null) return null;
  const series = await database().series.findFirst({
    where: { ...inBin(new Date()), invitations: { some: { id: invitationId, revokedAt: null } } },
  });
  if (series === null) return null;
  const asker = await askerFor(visitor, series.id);
  return viewOf({ series }, { mayRestore: may(asker, 'series.restore', series), bin: binOf(asker) });
}

async function viewOf(
  thing: { readonly series: Series; readonly call?: Call },
  more: Pick<DeletedView, 'mayRestore' | 'bin'>,
): Promise<DeletedView | null> {
  const { series, call } = thing;
  const [row] = await deletedRows([call === undefined ? { series } : { series, call }], new Date());
  if (row === undefined) return null;
  const above = call === undefined ? null : { name: series.name, address: addresses.series(series.slug) };
  return { row, series: above, ...more };
}
