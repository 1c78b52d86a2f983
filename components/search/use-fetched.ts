'use client';

import { useEffect, useState } from 'react';

/** What an address of ours answered last, while another answer may be on its way. */
export interface Fetched<T> {
  readonly value: T | null;
  /** The address that `value` answers. */
  readonly address: string | null;
  readonly failed: boolean;
}

const NOTHING = { value: null, address: null, failed: false } as const;

/**
 * Asks an address of ours for data, `pause` milliseconds after it last changed; an older question is given up. What was answered before
 * stays until the next answer is there. Null asks nothing.
 */
export function useFetched<T>(address: string | null, pause: number): Fetched<T> {
  const [fetched, setFetched] = useState<Fetched<T>>(NOTHING);
  useEffect(() => {
    if (address === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchData<T>(address, stop.signal).then(
        (value) => setFetched({ value, address, failed: false }),
        () => {
          if (!stop.signal.aborted) setFetched((before) => ({ ...before, failed: true }));
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, pause]);
  return fetched;
}

/** The answer is made by the same build of Plenum: its shape is that of the server's code. */
async function fetchData<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as T;
}
