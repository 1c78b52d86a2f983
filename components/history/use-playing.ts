'use client';

import { useEffect, useState } from 'react';

export type Speed = 'slow' | 'even' | 'fast';

const MILLISECONDS: Readonly<Record<Speed, number>> = { slow: 900, even: 350, fast: 90 };

/** Where a play stands and whether it goes on by itself. */
export interface Playing {
  /** So many steps have been made. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly go: (at: number) => void;
  readonly toggle: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** Goes through so many steps once it is asked to: it never starts by itself, and stops at the end. */
export function usePlaying(count: number): Playing {
  const [at, setAt] = useState(0);
  const [wanted, setWanted] = useState(false);
  const [speed, setSpeed] = useState<Speed>('even');
  const playing = wanted && at < count;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => setAt((before) => Math.min(count, before + 1)), MILLISECONDS[speed]);
    return () => clearInterval(timer);
  }, [playing, count, speed]);
  return {
    at,
    playing,
    speed,
    go: (to) => {
      setWanted(false);
      setAt(to);
    },
    toggle: () => {
      if (!playing && at >= count) setAt(0);
      setWanted(!playing);
    },
    setSpeed,
  };
}
