import { profileOf } from '#server/export/export-file.ts';
import type { ZipWish } from '#server/export/export-zip.ts';

/** How a zip is wanted, as the address of the request says; what cannot be is left aside. */
export function zipWish(request: Request): ZipWish {
  const { searchParams } = new URL(request.url);
  const year = searchParams.get('year') ?? '';
  return {
    profile: profileOf(searchParams.get('profile')),
    year: /^\d{4}$/.test(year) ? year : null,
    progress: searchParams.get('progress'),
  };
}
