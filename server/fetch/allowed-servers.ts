import { z } from 'zod';

const SERVER = /^(\[[0-9a-f:.]+\]|[^\s:/?#@[\]\\]+):(\d{1,5})$/i;

/** `host:port` as addresses have it once they are parsed; null for anything else. */
function serverOf(written: string): string | null {
  const [, host = '', port = ''] = SERVER.exec(written) ?? [];
  if (host === '' || Number(port) < 1 || Number(port) > 65_535 || !URL.canParse(`http://${host}/`)) return null;
  return `${new URL(`http://${host}/`).hostname}:${Number(port)}`;
}

/** `wiki.example:443,10.0.0.7:8080`: servers, also of one's own network, from which pictures may be fetched. */
export const allowedServersSchema = z
  .string()
  .transform((list, context): ReadonlySet<string> => {
    const servers = list
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map(serverOf);
    const known = servers.filter((server) => server !== null);
    if (known.length < servers.length) context.addIssue('no list of host:port');
    return new Set(known);
  })
  .default(new Set<string>());
