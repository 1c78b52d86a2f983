import { rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { assetStore } from '#server/assets/asset-store.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { hostKeyFingerprints } from '#server/git/deploy-key.ts';
import type { ImportCommit } from '#server/git/fast-import.ts';
import { mirrorGitPolicy, type GitPolicy } from '#server/git/git-policy.ts';
import { log } from '#server/log.ts';
import type { SeriesMirror } from '#prisma/client/client.ts';

import { editionCommit } from './edition-commit.ts';
import {
  editionsIn,
  makeCommits,
  namesIn,
  Overtaken,
  prepareRepository,
  publish,
  readHead,
  rests,
  type MirrorRepository,
} from './mirror-repository.ts';
import { openMirror, repositoryFolder, type OpenMirror } from './open-mirror.ts';
import { waitingEditions } from './waiting-editions.ts';

/** So many commits are pushed at a time. */
const AT_ONCE = 20;
/** How often somebody else may be quicker before it is left to the next time. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** The repository no longer has what Plenum wrote last. */
class Diverged extends Error {
  override readonly name = 'Diverged';
}

/**
 * Brings every sealed edition that waits into the mirror of a series, one commit each, and keeps how that went: what failed is tried again
 * later. Nothing is done twice, wherever it was broken off. Never throws for what a repository or its server does.
 */
export async function mirrorSeries(
  seriesId: string,
  policy: GitPolicy = mirrorGitPolicy(),
  signal?: AbortSignal,
): Promise<void> {
  const mirror = await database().seriesMirror.findUnique({ where: { seriesId } });
  if (mirror === null || mirror.offAt !== null || mirror.diverged) return;
  let opened: OpenMirror | null = null;
  try {
    opened = await openMirror(mirror, policy, signal);
    await bringAll(mirror, opened);
    await note(mirror, { problem: null, failures: 0, tryAfter: null, doneAt: new Date() });
  } catch (error) {
    await keepFailure(mirror, opened === null ? error : opened.explain(error));
  } finally {
    await opened?.close();
  }
}

async function bringAll(mirror: SeriesMirror, opened: OpenMirror): Promise<void> {
  const { repository } = opened;
  await prepareRepository(repository);
  let head = await firstHead(mirror, opened);
  for (let tries = 0; tries < MOST_TRIES;) {
    try {
      const next = await bringSome(mirror, repository, head);
      if (next === null) return;
      head = next;
      tries = 0;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      // Theirs stays as it is; ours is made anew on top of it.
      tries += 1;
      head = await readHead(repository);
    }
  }
  throw new Refusal('unavailable', messages.mirror.busy);
}

/** Reads what the repository has, keeps the server's key when it is seen first, and what was written but not noted. */
async function firstHead(mirror: SeriesMirror, { repository, hostKeys }: OpenMirror): Promise<string | null> {
  const head = await headOf(mirror, { repository, hostKeys });
  if (mirror.head !== null && (head === null || !(await rests(repository, mirror.head, head)))) throw new Diverged();
  return head;
}

async function headOf(
  mirror: SeriesMirror,
  { repository, hostKeys }: Pick<OpenMirror, 'repository' | 'hostKeys'>,
): Promise<string | null> {
  try {
    return await readHead(repository);
  } finally {
    // Also when the server does not let us in: so that its key can be compared before ours is given to it.
    await trust(mirror, await hostKeys());
  }
}

async function trust({ seriesId, hostKeys: known, kind }: SeriesMirror, hostKeys: string | null): Promise<void> {
  if (kind !== 'ssh' || known !== null || hostKeys === null || hostKeys.trim() === '') return;
  await database().$transaction(async (tx) => {
    await tx.seriesMirror.update({ where: { seriesId }, data: { hostKeys } });
    const key = hostKeyFingerprints(hostKeys).join(', ');
    await audit(tx, { act: 'mirror.trust', personId: null, seriesId, details: { key } });
  });
}

/** Brings the next few on top of `head`; the new head, or null when nothing waits. */
async function bringSome(
  mirror: SeriesMirror,
  repository: MirrorRepository,
  head: string | null,
): Promise<string | null> {
  const waiting = await waitingEditions(mirror.seriesId, AT_ONCE);
  if (waiting.length === 0) return null;
  const there = head === null ? new Map<string, string>() : await editionsIn(repository, head);
  const known = waiting.filter((id) => there.has(id));
  if (known.length > 0) {
    // They were pushed, and then the process died.
    for (const id of known) {
      const { path } = await editionCommit(id);
      await keep(mirror, [{ editionId: id, commit: there.get(id) ?? '', path }], head);
    }
    return head;
  }
  const written: { editionId: string; path: string }[] = [];
  const names = new Set(await namesIn(repository, head));
  const ids = await makeCommits(repository, head, importCommits(waiting, names, written));
  const last = ids.at(-1);
  if (last === undefined || ids.length !== written.length) throw new Error('git made other commits than it was given');
  await publish(repository, head, last);
  await keep(
    mirror,
    written.map((edition, index) => ({ ...edition, commit: ids[index] ?? '' })),
    last,
  );
  return last;
}

async function* importCommits(
  editions: readonly string[],
  names: Set<string>,
  written: { editionId: string; path: string }[],
): AsyncGenerator<ImportCommit> {
  for (const id of editions) {
    const { editionId, path, formerPath, text, pictures, ...rest } = await editionCommit(id);
    const fresh = Array.from(pictures).filter(([name]) => !names.has(name));
    for (const [name] of fresh) names.add(name);
    written.push({ editionId, path });
    yield {
      ...rest,
      removed: formerPath === null ? [] : [formerPath],
      files: [
        { path, bytes: async () => Buffer.from(text) },
        ...fresh.map(([name, { hash }]) => ({ path: name, bytes: () => picture(hash) })),
      ],
    };
  }
}

async function picture(hash: string): Promise<Buffer | null> {
  const store = assetStore();
  return (await store.size(hash)) === null ? null : buffer(await store.read(hash));
}

interface Mirrored {
  readonly editionId: string;
  readonly commit: string;
  readonly path: string;
}

async function keep(mirror: SeriesMirror, editions: readonly Mirrored[], head: string | null): Promise<void> {
  const { seriesId } = mirror;
  await database().$transaction(async (tx) => {
    const { count } = await tx.seriesMirror.updateMany({
      where: { ...sameRepository(mirror), offAt: null },
      data: { head },
    });
    // Hosts turned it off, or chose another repository meanwhile: what this one got, its commits tell.
    if (count === 0) throw new Refusal('conflict', messages.mirror.git.stopped);
    await tx.mirroredEdition.createMany({
      data: editions.map((edition) => ({ seriesId, ...edition })),
      skipDuplicates: true,
    });
  });
}

function sameRepository({ seriesId, kind, address, branch }: SeriesMirror) {
  return { seriesId, kind, address, branch };
}

type State = Partial<Pick<SeriesMirror, 'problem' | 'failures' | 'tryAfter' | 'doneAt' | 'diverged'>>;

async function note(mirror: SeriesMirror, state: State): Promise<void> {
  // It may have been taken away, or lead elsewhere meanwhile.
  await database().seriesMirror.updateMany({ where: sameRepository(mirror), data: state });
}

async function keepFailure(mirror: SeriesMirror, error: unknown): Promise<void> {
  const { seriesId, failures, kind } = mirror;
  if (error instanceof Diverged) {
    await note(mirror, { diverged: true, problem: messages.mirror.diverged });
    return;
  }
  if (!(error instanceof Refusal)) {
    log.error('a mirror failed', { seriesId, error });
  }
  // It may be our copy that is broken: all of it can be had again.
  if (kind !== 'folder' && failures % 4 === 3)
    await rm(repositoryFolder(mirror), { recursive: true, force: true, maxRetries: 3 });
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
  await note(mirror, {
    problem: error instanceof Refusal ? error.message : messages.mirror.failed,
    failures: failures + 1,
    tryAfter: new Date(Date.now() + pause),
  });
}
