'use client';

import { useSyncExternalStore } from 'react';

/** The same as the variant `upright` of the style sheet. */
const UPRIGHT = '(width < 64rem) and (orientation: portrait)';

/** Whether this is a phone or a small tablet held upright. */
export function useUpright(): boolean {
  return useSyncExternalStore(subscribe, isUpright, () => false);
}

function isUpright(): boolean {
  return matchMedia(UPRIGHT).matches;
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(UPRIGHT);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
