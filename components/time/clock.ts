'use client';

import { useSyncExternalStore } from 'react';

/** Subscribes to a clock that ticks every so many milliseconds. */
function ticking(milliseconds: number) {
  return (listener: () => void): (() => void) => {
    const timer = setInterval(listener, milliseconds);
    return () => clearInterval(timer);
  };
}

const everyHalfMinute = ticking(30_000);
const everySecond = ticking(1000);
const never = () => () => undefined;

/** Now, to the half minute. On the server and for the first paint: the moment the page was made (ISO 8601). */
export function useNow(madeAt: string): Date {
  const step = 30_000;
  return new Date(
    useSyncExternalStore(
      everyHalfMinute,
      () => Math.floor(Date.now() / step) * step,
      () => Date.parse(madeAt),
    ),
  );
}

/** Now, to the second. */
export function useSecond(madeAt: string): Date {
  return new Date(
    useSyncExternalStore(
      everySecond,
      () => Math.floor(Date.now() / 1000) * 1000,
      () => Date.parse(madeAt),
    ),
  );
}

/** The person's own time zone; `fallback` on the server and for the first paint, so that both paint the same. */
export function useOwnZone(fallback: string): string {
  return useSyncExternalStore(never, ownZone, () => fallback);
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
