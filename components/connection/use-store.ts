'use client';

import { useSyncExternalStore } from 'react';
import type { ExternalStore } from '#lib/sync/external-store.ts';

/** The store's value; renders again when it changed. */
export function useStore<T>(store: ExternalStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
}
