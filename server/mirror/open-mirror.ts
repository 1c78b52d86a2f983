import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { openSecret } from '#server/accounts/sealed-secret.ts';
import { environment } from '#server/environment.ts';
import { explainFault } from '#server/git/git-fault.ts';
import type { GitPolicy } from '#server/git/git-policy.ts';
import type { GitPlace } from '#server/git/git-process.ts';
import { requireGit } from '#server/git/git-version.ts';
import { openRemote, requireRemote, type OpenRemote, type RemoteAccess } from '#server/git/open-remote.ts';
import type { SeriesMirror } from '#prisma/client/client.ts';

import type { MirrorRepository } from './mirror-repository.ts';

/** For `sealSecret`. */
export const TOKEN_PURPOSE = 'mirror token';
export const KEY_PURPOSE = 'mirror deploy key';

/** A mirror's repository, ready to be written into. */
export interface OpenMirror extends Pick<OpenRemote, 'explain' | 'hostKeys'> {
  readonly repository: MirrorRepository;
  /** Removes the keys and settings that git was given. */
  close(): Promise<void>;
}

/** Opens a mirror: its own folder on this server, or a copy of the repository elsewhere. */
export async function openMirror(mirror: SeriesMirror, policy: GitPolicy, signal?: AbortSignal): Promise<OpenMirror> {
  const home = await mkdtemp(path.join(tmpdir(), 'plenum-mirror-'));
  const close = () => rm(home, { recursive: true, force: true, maxRetries: 3 });
  try {
    const remote = mirror.kind !== 'folder';
    const folder = { repository: repositoryFolder(mirror), home };
    const { place, explain, hostKeys } = remote
      ? await openRemote(folder, requireRemote(mirror.address), await accessOf(mirror), policy)
      : await openFolder(folder, policy);
    return { repository: { place, branch: mirror.branch, remote, policy, signal }, explain, hostKeys, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where it lies on this server. What stands under `data/mirror-copies` can be lost at any time. */
export function repositoryFolder({ kind, address, seriesId }: SeriesMirror): string {
  const { mirrorsDir, dataDir } = environment();
  if (kind !== 'folder') return path.join(dataDir, 'mirror-copies', `${seriesId}.git`);
  // The name is ours; a slash in it would be a mistake of somebody who wrote into the database.
  if (address !== path.basename(address)) throw new Refusal('invalid', messages.mirror.git.noAddress);
  return path.join(mirrorsDir, address);
}

async function openFolder(place: GitPlace, { mostBytes }: GitPolicy): Promise<OpenRemote> {
  await requireGit(place.home);
  const explain = (error: unknown) => explainFault(error, { host: messages.mirror.thisServer, mostBytes });
  return { place, explain, hostKeys: async () => null };
}

async function accessOf({ kind, token, privateKey, hostKeys }: SeriesMirror): Promise<RemoteAccess> {
  if (kind === 'ssh') return { ssh: { privateKey: await opened(KEY_PURPOSE, privateKey), hostKeys } };
  return { token: await opened(TOKEN_PURPOSE, token) };
}

async function opened(purpose: string, sealed: string | null): Promise<string | null> {
  if (sealed === null) return null;
  const text = await openSecret(purpose, sealed);
  if (text === null) throw new Refusal('unavailable', messages.mirror.secretLost);
  return text;
}
