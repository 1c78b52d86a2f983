import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort } from '#server/database/free-port.ts';
import type { GitPolicy } from '#server/git/git-policy.ts';

import { newFolder, policyFor } from './git-server.ts';

const HOST = 'ssh.example';

/** A real sshd on this machine, which lets whoever runs it in by a key. */
export interface SshServer {
  /** Address of a repository on it. */
  address(repository: string): string;
  readonly policy: GitPolicy;
  /** Lets this key in, and no other. */
  letIn(publicKey: string): void;
  /** Its key, as known_hosts has it without a name. */
  readonly hostKey: string;
  /** Goes on with another key, at the same port. */
  changeKey(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on a port of the loopback address. */
export async function sshServer(): Promise<SshServer> {
  const folder = newFolder();
  const port = await freePort();
  const file = (name: string) => path.join(folder, name);
  // Root's sshd wants it, another's does without.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true });
  writeFileSync(file('authorized'), '');
  writeFileSync(
    file('config'),
    [
      `ListenAddress 127.0.0.1:${port}`,
      `HostKey ${file('host_key')}`,
      `AuthorizedKeysFile ${file('authorized')}`,
      `PidFile ${file('pid')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin prohibit-password',
      'LogLevel ERROR',
    ].join('\n'),
  );
  let child: ChildProcess | undefined;
  const stop = async () => {
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => void child?.once('exit', resolve));
    child.kill();
    await ended;
  };
  const start = async () => {
    await stop();
    for (const name of ['host_key', 'host_key.pub']) rmSync(file(name), { force: true });
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file('host_key')]);
    child = spawn(sshdPath(), ['-D', '-e', '-f', file('config')], { stdio: 'ignore' });
    await untilOpen(port);
  };
  await start();
  return {
    address: (repository) => `ssh://${userInfo().username}@${HOST}:${port}${repository}`,
    policy: policyFor(HOST, port),
    letIn: (publicKey) => writeFileSync(file('authorized'), `${publicKey}\n`),
    get hostKey() {
      return readFileSync(file('host_key.pub'), 'utf8').split(' ').slice(0, 2).join(' ');
    },
    changeKey: start,
    close: stop,
  };
}

/** It wants to be started by its whole path. */
function sshdPath(): string {
  return execFileSync('sh', ['-c', 'PATH=$PATH:/usr/sbin command -v sshd'], { encoding: 'utf8' }).trim();
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await wait(50);
  }
  throw new Error('sshd did not start');
}
