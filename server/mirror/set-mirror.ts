import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { Refusal } from '#lib/errors.ts';
import { remoteUrl } from '#lib/git/remote-address.ts';
import { messages } from '#lib/messages/en.ts';
import type { MirrorForm } from '#lib/mirror/mirror-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { sealSecret } from '#server/accounts/sealed-secret.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { makeDeployKey } from '#server/git/deploy-key.ts';
import { ownGitPolicy } from '#server/git/git-policy.ts';
import { checkServer, requireRemote } from '#server/git/open-remote.ts';
import { sendMirrorJob } from '#server/jobs/send-job.ts';
import { hostOf } from '#server/people/host-of.ts';
import type { Series, SeriesMirror } from '#prisma/client/client.ts';

import { KEY_PURPOSE, TOKEN_PURPOSE } from './open-mirror.ts';

type Place = Pick<SeriesMirror, 'kind' | 'address' | 'branch'>;
type Keys = Pick<SeriesMirror, 'token' | 'publicKey' | 'privateKey' | 'hostKeys'>;

/**
 * Says into which repository the records of a series go; from then on all that are sealed are brought there. A deploy key is made when one is
 * needed. Another repository than before gets them all; the one before stays as it is. Hosts only.
 */
export async function setMirror(visitor: Visitor, slug: string, form: MirrorForm): Promise<void> {
  const { series, personId } = await hostOf(visitor, slug);
  const seriesId = series.id;
  const before = await database().seriesMirror.findUnique({ where: { seriesId } });
  const place = await placeOf(form, series, before);
  await requireFree(place, seriesId);
  const same = before !== null && isSame(before, place);
  const state = { ...place, ...(await keysOf(form, { place, before, slug })), ...FRESH };
  await database().$transaction(async (tx) => {
    // What the other repository has says nothing of this one.
    if (!same) await tx.mirroredEdition.deleteMany({ where: { seriesId } });
    const whole = same ? state : { ...state, head: null, diverged: false, doneAt: null };
    await tx.seriesMirror.upsert({
      where: { seriesId },
      create: { seriesId, createdById: personId, ...whole },
      update: whole,
    });
    await audit(tx, { act: 'mirror.set', personId, seriesId, details: { ...place } });
  });
  // Nobody can have let a key in that was made just now.
  if (state.publicKey === before?.publicKey || place.kind !== 'ssh') await sendMirrorJob(seriesId);
}

const FRESH = { offAt: null, problem: null, failures: 0, tryAfter: null };

function isSame(before: SeriesMirror, { kind, address, branch }: Place): boolean {
  return before.kind === kind && before.address === address && before.branch === branch;
}

async function placeOf(
  { where, address, branch }: MirrorForm,
  series: Series,
  before: SeriesMirror | null,
): Promise<Place> {
  if (where === 'folder') {
    const own = before?.kind === 'folder' ? before.address : await makeFolder(series);
    return { kind: 'folder', address: own, branch };
  }
  const remote = requireRemote(address);
  // Said at once, not by the first attempt.
  await checkServer(remote, ownGitPolicy());
  return { kind: remote.protocol, address: remoteUrl(remote), branch };
}

/** A folder of the series' name or, where there is one already, whoever's it is, of a name that no other series can get. */
async function makeFolder({ slug, id }: Series): Promise<string> {
  const { mirrorsDir } = environment();
  const own = `${slug}-${id.slice(-12)}.git`;
  try {
    await mkdir(mirrorsDir, { recursive: true });
    const made = await mkdir(path.join(mirrorsDir, `${slug}.git`)).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (made) return `${slug}.git`;
    await mkdir(path.join(mirrorsDir, own), { recursive: true });
    return own;
  } catch {
    throw new Refusal('unavailable', messages.mirror.folderFailed);
  }
}

async function requireFree({ kind, address, branch }: Place, seriesId: string): Promise<void> {
  const other = await database().seriesMirror.findFirst({
    where: { kind, address, branch, NOT: { seriesId } },
    select: { seriesId: true },
  });
  if (other !== null) throw new Refusal('conflict', messages.mirror.taken);
}

interface KeyPlace {
  readonly place: Place;
  readonly before: SeriesMirror | null;
  readonly slug: string;
}

/** A token or a server's key is good for one address only: nobody can have it sent elsewhere. The deploy key stays: it is public where it leaves us. */
async function keysOf({ token }: MirrorForm, { place, before, slug }: KeyPlace): Promise<Keys> {
  const there = before?.kind === place.kind && before.address === place.address ? before : NOTHING;
  const { publicKey, privateKey } = before ?? NOTHING;
  const own = { publicKey, privateKey };
  if (place.kind === 'folder') return { token: null, ...own, hostKeys: null };
  if (place.kind === 'https') {
    const sealed = token === '' ? there.token : await sealSecret(TOKEN_PURPOSE, token);
    return { token: sealed, ...own, hostKeys: null };
  }
  return { token: null, ...(privateKey === null ? await newKey(slug) : own), hostKeys: there.hostKeys };
}

const NOTHING: Keys = { token: null, publicKey: null, privateKey: null, hostKeys: null };

async function newKey(slug: string): Promise<Pick<Keys, 'publicKey' | 'privateKey'>> {
  const { publicKey, privateKey } = await makeDeployKey(`plenum-${slug}`);
  return { publicKey, privateKey: await sealSecret(KEY_PURPOSE, privateKey) };
}
