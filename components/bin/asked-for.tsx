'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * What stands where nothing is, is made with the frame of the site, for the address that was opened first. Whoever came on from there
 * by a link gets it anew, for theirs.
 */
export function AskedFor({ path }: { readonly path: string }) {
  const here = usePathname();
  const router = useRouter();
  useEffect(() => {
    if (here !== path) router.refresh();
  }, [here, path, router]);
  return null;
}
