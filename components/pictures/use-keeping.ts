'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { messages } from '#lib/messages/en.ts';
import type { PicturesActions } from './pictures-actions.ts';

const words = messages.pictures.foreign;

/** What became of an address: a copy is fetched, is kept, or could not be, and why. */
export type Keeping =
  | { readonly type: 'keeping' }
  | { readonly type: 'kept' }
  | { readonly type: 'failed'; readonly why: string };

/** How far the keeping of several copies is. */
export interface Run {
  readonly done: number;
  readonly of: number;
}

/** Keeps copies of pictures, one after the other, and remembers what became of each. */
export function useKeeping(keep: PicturesActions['keepCopy']) {
  const router = useRouter();
  const [states, setStates] = useState<ReadonlyMap<string, Keeping>>(new Map());
  const [run, setRun] = useState<Run | null>(null);
  const [result, setResult] = useState('');
  const stopped = useRef(false);
  const mark = (address: string, state: Keeping): void => setStates((before) => new Map(before).set(address, state));
  const keepOne = async (address: string): Promise<'kept' | 'failed' | 'over'> => {
    mark(address, { type: 'keeping' });
    const answer = await keep(address).catch(() => UNREACHABLE);
    mark(address, answer.ok ? { type: 'kept' } : { type: 'failed', why: answer.message });
    return answer.ok ? 'kept' : answer.final ? 'over' : 'failed';
  };
  const start = async (addresses: readonly string[]): Promise<void> => {
    stopped.current = false;
    const count = { kept: 0, failed: 0 };
    for (const [done, address] of addresses.entries()) {
      setRun({ done, of: addresses.length });
      const outcome = await keepOne(address);
      count[outcome === 'kept' ? 'kept' : 'failed'] += 1;
      if (stopped.current || outcome === 'over') break;
    }
    setRun(null);
    setResult(words.result(count.kept, count.failed));
    // Not before: those that are kept leave the list.
    if (count.kept > 0) router.refresh();
  };
  const stop = (): void => {
    stopped.current = true;
  };
  return { states, run, result, start, stop };
}

const UNREACHABLE = { ok: false, message: messages.sections.problems.unreachable, final: true } as const;
