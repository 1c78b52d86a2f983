import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

const run = promisify(execFile);

/** A key pair, each part as OpenSSH writes it. */
export interface DeployKey {
  /** `ssh-ed25519 AAAA… comment`, without a line break. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes an ed25519 key. The comment stands in its public part: letters, digits and hyphens. */
export async function makeDeployKey(comment: string): Promise<DeployKey> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plenum-key-'));
  const file = path.join(folder, 'key');
  try {
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', comment.replaceAll(/[^\w-]/g, ''), '-f', file]);
    return { publicKey: (await readFile(`${file}.pub`, 'utf8')).trim(), privateKey: await readFile(file, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal('unavailable', messages.mirror.git.noSsh);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The fingerprints of lines as known_hosts has them: `ssh-ed25519 SHA256:…`, as forges publish them. */
export function hostKeyFingerprints(lines: string): readonly string[] {
  return lines.split('\n').flatMap((line) => {
    const [, type, key] = line.trim().split(/\s+/);
    if (type === undefined || key === undefined) return [];
    const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64').replace(/=+$/, '');
    return [`${type} SHA256:${hash}`];
  });
}
