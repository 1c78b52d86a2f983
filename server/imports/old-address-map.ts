import { addresses } from '#lib/addresses.ts';
import { database } from '#server/database/client.ts';

/** Which configuration is written. */
export type Proxy = 'nginx' | 'caddy';

/**
 * Letters that stand for themselves within quotes in both: no quote, no brace, no backslash, no dollar, nothing unseen. A name with any
 * other letter is left out, so that no name can be read as configuration.
 */
const PLAIN = /^[\p{L}\p{N}\p{M}._~@+,=()!' -]+$/u;

interface OldPath {
  readonly from: string;
  readonly to: string;
}

/** Every old address of a series and where it leads, as configuration of a proxy. `origin` is where this Plenum is reached. */
export async function oldAddressMap(seriesId: string, proxy: Proxy, origin: string): Promise<string> {
  const rows = await database().oldAddress.findMany({
    where: { seriesId, OR: [{ call: { deletedAt: null } }, { kind: 'upload' }] },
    select: {
      kind: true,
      name: true,
      call: { select: { address: true } },
      asset: { select: { key: true, extension: true } },
      series: { select: { slug: true } },
    },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  });
  const paths = rows.flatMap(({ kind, name, call, asset, series }): readonly OldPath[] => {
    if (kind === 'upload')
      return asset === null ? [] : [{ from: `/uploads/${name}`, to: addresses.asset(asset.key, asset.extension) }];
    if (call === null) return [];
    const to = addresses.call(series.slug, call.address);
    return [`/${name}`, `/s/${name}`, `/p/${name}`].map((from) => ({ from, to }));
  });
  return proxyConfiguration(paths, proxy, origin);
}

/** Paths and where they lead, written for a proxy. */
export function proxyConfiguration(paths: readonly OldPath[], proxy: Proxy, origin: string): string {
  const plain = paths.filter(({ from }) => PLAIN.test(from.replaceAll('/', '')));
  const left = paths.length - plain.length;
  const lines = plain.map(({ from, to }) => `  "${from}" "${origin}${to}";`);
  const note =
    left === 0 ? [] : [`# ${left} addresses are left out: their names have letters that a configuration cannot hold.`];
  if (proxy === 'nginx')
    return [
      '# Within http { }:',
      ...note,
      'map_hash_bucket_size 1024;',
      'map $uri $plenum_old_address {',
      '  default "";',
      ...lines,
      '}',
      '# Within server { }:',
      '# if ($plenum_old_address) { return 301 $plenum_old_address; }',
      '',
    ].join('\n');
  return [
    '# Within the block of the old site:',
    ...note,
    'map {path} {plenum_old_address} {',
    ...lines.map((line) => line.slice(0, -1)),
    '  default ""',
    '}',
    '@plenum_old_address expression `{plenum_old_address} != ""`',
    'redir @plenum_old_address {plenum_old_address} 301',
    '',
  ].join('\n');
}
