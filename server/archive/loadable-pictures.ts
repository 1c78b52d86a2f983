import { addresses } from '#lib/addresses.ts';
import type { EditionContent } from '#lib/record/edition.ts';
import type { PixelSize } from '#lib/render/reading.ts';
import { database } from '#server/database/client.ts';

/** Picture addresses of an edition → addresses to load, of those that are kept. */
export function loadable(assets: EditionContent['assets']): Record<string, string> {
  const kept = Object.entries(assets).flatMap(([address, asset]) =>
    asset === null ? [] : [[address, addresses.asset(asset.key, asset.extension)] as const],
  );
  return Object.fromEntries(kept);
}

/** How large the kept pictures of an edition are, by their addresses to load. */
export async function sizesOf(assets: EditionContent['assets']): Promise<Record<string, PixelSize>> {
  const kept = Object.values(assets).filter((asset) => asset !== null);
  if (kept.length === 0) return {};
  const known = await database().asset.findMany({
    where: { hash: { in: kept.map(({ hash }) => hash) } },
    select: { hash: true, width: true, height: true },
  });
  const ofHash = new Map(
    known.flatMap(({ hash, width, height }) => (width === null || height === null ? [] : [[hash, { width, height }]])),
  );
  return Object.fromEntries(
    kept.flatMap(({ key, extension, hash }) => {
      const size = ofHash.get(hash);
      return size === undefined ? [] : [[addresses.asset(key, extension), size]];
    }),
  );
}
