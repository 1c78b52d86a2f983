'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page again when somebody comes back to it: they were on the deck meanwhile, or others were. */
export function useFreshHistory(): void {
  const router = useRouter();
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [router]);
}
