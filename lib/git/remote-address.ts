/** Where a repository is, taken apart: it is only ever put together again by `remoteUrl`. */
export type RemoteAddress =
  | { readonly protocol: 'https'; readonly host: string; readonly port: number; readonly path: string }
  | {
      readonly protocol: 'ssh';
      readonly user: string;
      readonly host: string;
      readonly port: number;
      /** With a slash in front from the root of that machine, without one from the user's folder. */
      readonly path: string;
    };

/** Why something is no address of a repository that may be asked. */
export type RemoteProblem = 'none' | 'scheme' | 'credentials';

const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?$|^\[[0-9a-f:.]+\]$/;
const USER = /^[A-Za-z0-9_][\w.-]{0,63}$/;
/** No space, quote, control character or backslash, nothing that a program could take for an option. */
const PATH = /^(?!-)(?:[\w~.+@:/-]|%[0-9A-Fa-f]{2}){1,500}$/;
const WITHOUT_QUERY = /^[a-z][a-z0-9+.-]*:\/\/[^?#]+$/i;
const SCP_LIKE = /^([^@/:]+)@([^@/:]+):(?!\/\/)(.+)$/;

/** Reads `https://host/path`, `ssh://user@host:port/path` or `user@host:path`. Anything else, and any password in it, is a problem. */
export function parseRemote(written: string): RemoteAddress | RemoteProblem {
  const text = written.trim();
  const [like, user = '', host = '', path = ''] = SCP_LIKE.exec(text) ?? [];
  if (like !== undefined) return checked({ protocol: 'ssh', user, host: host.toLowerCase(), port: 22, path });
  if (!WITHOUT_QUERY.test(text) || !URL.canParse(text)) return 'none';
  const url = new URL(text);
  if (url.protocol === 'https:') return httpsAddress(url);
  return url.protocol === 'ssh:' ? sshAddress(url) : 'scheme';
}

function httpsAddress({ username, password, hostname, port, pathname }: URL): RemoteAddress | RemoteProblem {
  if (username !== '' || password !== '') return 'credentials';
  return checked({ protocol: 'https', host: hostname, port: Number(port) || 443, path: pathname });
}

function sshAddress({ username, password, hostname, port, pathname }: URL): RemoteAddress | RemoteProblem {
  if (password !== '') return 'credentials';
  const user = username === '' ? 'git' : username;
  return checked({ protocol: 'ssh', user, host: hostname.toLowerCase(), port: Number(port) || 22, path: pathname });
}

function checked(remote: RemoteAddress): RemoteAddress | RemoteProblem {
  if (remote.protocol === 'ssh' && !USER.test(remote.user)) return 'none';
  return HOST.test(remote.host) && PATH.test(remote.path) && remote.path !== '/' ? remote : 'none';
}

/** The address as git takes it and people read it. It never begins with a hyphen and holds no secret. */
export function remoteUrl(remote: RemoteAddress): string {
  const { host, port, path } = remote;
  if (remote.protocol === 'https') return `https://${host}${port === 443 ? '' : `:${port}`}${path}`;
  if (!path.startsWith('/')) return `${remote.user}@${host}:${path}`;
  return `ssh://${remote.user}@${host}${port === 22 ? '' : `:${port}`}${path}`;
}
