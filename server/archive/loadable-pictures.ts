import { addresses } from '#lib/addresses.ts';
import type { EditionContent } from '#lib/record/edition.ts';

/** Picture addresses of an edition → addresses to load, of those that are kept. */
export function loadable(assets: EditionContent['assets']): Record<string, string> {
  const kept = Object.entries(assets).flatMap(([address, asset]) =>
    asset === null ? [] : [[address, addresses.asset(asset.key, asset.extension)] as const],
  );
  return Object.fromEntries(kept);
}
