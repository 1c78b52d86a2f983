import type { MirrorCondition, MirrorPageView, MirrorView } from '#lib/mirror/mirror-view.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { hostKeyFingerprints } from '#server/git/deploy-key.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import type { SeriesMirror } from '#prisma/client/client.ts';

import { repositoryFolder } from './open-mirror.ts';
import { countWaiting } from './waiting-editions.ts';

/** The mirror of a series. Hosts only. */
export async function mirrorPage(visitor: Visitor, slug: string): Promise<MirrorPageView> {
  const { series, asker } = await findSeries(visitor, slug, 'series.manage');
  const mirror = await database().seriesMirror.findUnique({ where: { seriesId: series.id } });
  return {
    series: seriesReference(series, asker),
    readers: series.readRecords,
    mirror: mirror === null ? null : await viewOf(mirror),
  };
}

async function viewOf(mirror: SeriesMirror): Promise<MirrorView> {
  const { seriesId, kind, address, branch, problem } = mirror;
  const [waiting, mirrored] = await Promise.all([
    countWaiting(seriesId),
    database().mirroredEdition.count({ where: { seriesId } }),
  ]);
  const condition = conditionOf(mirror, waiting);
  return {
    condition,
    kind,
    repository: kind === 'folder' ? repositoryFolder(mirror) : address,
    branch,
    ...keysOf(mirror),
    waiting,
    mirrored,
    commit: mirror.head,
    doneAt: mirror.doneAt?.toISOString() ?? null,
    problem: condition === 'off' ? null : problem,
    tryAfter: condition === 'failing' ? (mirror.tryAfter?.toISOString() ?? null) : null,
  };
}

function keysOf({
  kind,
  token,
  publicKey,
  hostKeys,
}: SeriesMirror): Pick<MirrorView, 'hasToken' | 'publicKey' | 'hostKeys'> {
  if (kind !== 'ssh') return { hasToken: token !== null, publicKey: null, hostKeys: [] };
  return { hasToken: false, publicKey, hostKeys: hostKeyFingerprints(hostKeys ?? '') };
}

function conditionOf({ offAt, diverged, problem }: SeriesMirror, waiting: number): MirrorCondition {
  if (offAt !== null) return 'off';
  if (diverged) return 'diverged';
  if (problem !== null) return 'failing';
  return waiting > 0 ? 'waiting' : 'up-to-date';
}
