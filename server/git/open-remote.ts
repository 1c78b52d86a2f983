import { isIP } from 'node:net';

import { Refusal } from '#lib/errors.ts';
import { parseRemote, remoteUrl, type RemoteAddress } from '#lib/git/remote-address.ts';
import { messages } from '#lib/messages/en.ts';
import { checkAddress, type CheckedAddress } from '#server/fetch/checked-address.ts';

import { explainFault } from './git-fault.ts';
import type { GitPlace } from './git-process.ts';
import type { GitPolicy } from './git-policy.ts';
import { requireGit } from './git-version.ts';
import { writeSshFiles, type SshIdentity } from './ssh-files.ts';

const says = messages.mirror.git;

/** What lets Plenum into a repository. */
export interface RemoteAccess {
  /** For https: sent as a password. */
  readonly token?: string | null;
  readonly ssh?: SshIdentity;
}

/** A repository elsewhere that git may be sent to: as `origin` of this place, and nowhere else. */
export interface OpenRemote {
  readonly place: GitPlace;
  /** Whatever failed there, as it may be said. */
  readonly explain: (error: unknown) => unknown;
  /** Of a server that is reached by ssh: its keys as they are known now. */
  readonly hostKeys: () => Promise<string | null>;
}

/** The parts of a repository's address, or why it is none. */
export function requireRemote(written: string): RemoteAddress {
  const remote = parseRemote(written);
  if (remote === 'none') throw new Refusal('invalid', says.noAddress);
  if (remote === 'scheme' || remote === 'credentials') throw new Refusal('invalid', says[remote]);
  return remote;
}

/** Checks where an address leads to, by the rules for pictures from other servers, and pins git to the IP addresses that were checked. */
export async function openRemote(
  work: GitPlace,
  remote: RemoteAddress,
  access: RemoteAccess,
  policy: GitPolicy,
): Promise<OpenRemote> {
  await requireGit(work.home);
  const { host } = remote;
  const checked = await checkServer(remote, policy);
  const secrets = access.token === undefined || access.token === null ? [] : [access.token];
  const explain = (error: unknown) => explainFault(error, { host, mostBytes: policy.mostBytes, secrets });
  const common = { ...work.config, 'remote.origin.url': remoteUrl(remote) };
  if (remote.protocol === 'https') {
    const config = { ...common, ...httpsConfig(checked, policy, access.token ?? null) };
    return { place: { ...work, config }, explain, hostKeys: async () => null };
  }
  const [address = ''] = checked.addresses;
  const identity = access.ssh ?? { privateKey: null, hostKeys: null };
  const files = await writeSshFiles(work.home, { host, address, slowSeconds: policy.slowSeconds }, identity);
  const config = { ...common, 'protocol.ssh.allow': 'always', 'core.sshCommand': files.command, 'ssh.variant': 'ssh' };
  return { place: { ...work, config }, explain, hostKeys: files.readHostKeys };
}

/** Where an address leads to, if it may be asked; else why not, in a sentence. */
export async function checkServer({ host, port }: RemoteAddress, { servers }: GitPolicy): Promise<CheckedAddress> {
  try {
    return await checkAddress(`https://${host}:${port}/`, servers);
  } catch (error) {
    // Those sentences are about pictures.
    if (error instanceof Refusal) throw new Refusal('invalid', says.notAllowed(host, port));
    if (error instanceof Error && 'code' in error) throw new Refusal('invalid', says.unknownHost(host));
    throw error;
  }
}

interface Pinned {
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly string[];
}

function httpsConfig(
  { host, port, addresses }: Pinned,
  { slowSeconds }: GitPolicy,
  token: string | null,
): Readonly<Record<string, string>> {
  const written = addresses.map((address) => (isIP(address) === 6 ? `[${address}]` : address)).join(',');
  return {
    'protocol.https.allow': 'always',
    'http.lowSpeedLimit': '1000',
    'http.lowSpeedTime': String(slowSeconds),
    ...(isIP(host) === 0 ? { 'http.curloptResolve': `${host}:${port}:${written}` } : {}),
    // Forges take any name beside a token.
    ...(token === null
      ? {}
      : { 'http.extraHeader': `Authorization: Basic ${Buffer.from(`plenum:${token}`).toString('base64')}` }),
  };
}
