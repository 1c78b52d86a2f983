import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How Plenum shows itself to a server, and which key of it is known. */
export interface SshIdentity {
  /** OpenSSH's own form; null to come without one. */
  readonly privateKey: string | null;
  /** Lines as in known_hosts; null trusts whatever key the server shows, this once. */
  readonly hostKeys: string | null;
}

/** What ssh is to know, as files in a folder that only this process reads. */
export interface SshFiles {
  /** For `core.sshCommand`. */
  readonly command: string;
  /** The server's keys as they are known now. */
  readonly readHostKeys: () => Promise<string>;
}

interface SshServer {
  readonly host: string;
  /** The IP address that was checked. */
  readonly address: string;
  readonly slowSeconds: number;
}

/** Writes them. Nothing of the settings and keys of whoever runs Plenum is used. */
export async function writeSshFiles(
  home: string,
  { host, address, slowSeconds }: SshServer,
  { privateKey, hostKeys }: SshIdentity,
): Promise<SshFiles> {
  const [config, key, known] = ['ssh_config', 'deploy_key', 'known_hosts'].map((name) =>
    path.join(/* turbopackIgnore: true */ home, name),
  );
  if (config === undefined || key === undefined || known === undefined) throw new Error('three names are three paths');
  await writeFile(known, hostKeys ?? '', { mode: 0o600 });
  if (privateKey !== null) await writeFile(key, privateKey, { mode: 0o600 });
  const lines = [
    'Host *',
    `HostName ${address}`,
    `HostKeyAlias ${host}`,
    `UserKnownHostsFile "${known}"`,
    'GlobalKnownHostsFile /dev/null',
    `StrictHostKeyChecking ${hostKeys === null ? 'accept-new' : 'yes'}`,
    'UpdateHostKeys no',
    'HashKnownHosts no',
    'CheckHostIP no',
    `IdentityFile ${privateKey === null ? 'none' : `"${key}"`}`,
    'IdentitiesOnly yes',
    'IdentityAgent none',
    'BatchMode yes',
    'PreferredAuthentications publickey',
    'ForwardAgent no',
    'ForwardX11 no',
    'PermitLocalCommand no',
    'ProxyCommand none',
    'ControlPath none',
    'LogLevel ERROR',
    `ConnectTimeout ${Math.min(slowSeconds, 20)}`,
    `ServerAliveInterval ${slowSeconds}`,
    'ServerAliveCountMax 1',
  ];
  await writeFile(config, `${lines.join('\n')}\n`, { mode: 0o600 });
  return {
    command: `ssh -F ${quoted(config)}`,
    readHostKeys: () => readFile(/* turbopackIgnore: true */ known, 'utf8'),
  };
}

/** For a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
