import type { ProcessOptions } from '#e2e/harness/sync-process-orders.ts';
import type { FaultRun } from './fault-run.ts';

/** Something that goes wrong while people type. */
export interface Schedule {
  /** What happens; begins with its number in the design's list of faults. */
  readonly name: string;
  /** On how many processes it makes sense. */
  readonly on: readonly (1 | 3)[];
  /** Only where there is time: it waits for a limit of minutes or of many seconds. */
  readonly slow?: true;
  readonly options?: Partial<ProcessOptions>;
  /** Does it, and returns when it is over: `long` as in the design, otherwise as short as can still be seen. */
  readonly happen: (run: FaultRun, size: 'short' | 'long') => Promise<void>;
}

/** Lasts as long as this fault does: the time is the fault. */
export function lasting(size: 'short' | 'long', seconds: { readonly short: number; readonly long: number }) {
  return new Promise<void>((resolve) => setTimeout(resolve, seconds[size] * 1_000));
}
