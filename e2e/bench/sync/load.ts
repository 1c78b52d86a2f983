import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { DialectName } from './dialect.ts';
import { Histogram } from './histogram.ts';

/** Who sits where: a typist by number, or a reader. */
export interface Seat {
  readonly deck: string;
  readonly person: string;
  readonly typist: number | null;
  /** When in the time between two of its keys it types: from 0 to 1. */
  readonly phase: number;
}

/** What a load process shall do. */
export interface LoadJob {
  readonly dialect: DialectName;
  readonly address: string;
  /** The state of every deck, before anybody types. */
  readonly state: Uint8Array;
  readonly seats: readonly Seat[];
  /** Keys of each typist. */
  readonly keys: number;
  readonly keysPerSecond: number;
}

/** What it measured; keys and deliveries of the measured time only. */
export interface LoadResult {
  readonly received: readonly (readonly [number, number])[];
  readonly durable: readonly (readonly [number, number])[];
  readonly keys: number;
  readonly delivered: number;
  /** What readers got. */
  readonly readBytes: number;
  readonly closed: readonly number[];
}

/** What a load process says. */
export type LoadReport = { readonly type: 'ready' } | { readonly type: 'result'; readonly result: LoadResult };

/** What all of them measured together. */
export interface Measured {
  readonly received: Histogram;
  readonly durable: Histogram;
  readonly keys: number;
  readonly delivered: number;
  readonly readBytes: number;
}

/** Processes full of clients, all connected. */
export class Load {
  readonly #children: readonly ChildProcess[];

  /** Starts a process for each job, one after another, and waits until every client is in. */
  static async start(jobs: readonly LoadJob[]): Promise<Load> {
    const children = jobs.map(() =>
      fork(path.join(import.meta.dirname, 'load-process.ts'), { serialization: 'advanced' }),
    );
    for (const [index, job] of jobs.entries()) {
      children[index]?.send(job);
      await next(children[index], 'ready');
    }
    return new Load(children);
  }

  private constructor(children: readonly ChildProcess[]) {
    this.#children = children;
  }

  /** Lets them type; the first milliseconds do not count. */
  async type(warmMs: number, measureMs: number): Promise<Measured> {
    for (const child of this.#children) child.send([warmMs, measureMs]);
    const reports = await Promise.all(this.#children.map((child) => next(child, 'result')));
    const results = reports.flatMap((report) => (report.type === 'result' ? [report.result] : []));
    const closed = results.flatMap((result) => result.closed);
    if (closed.length > 0) throw new Error(`The server closed ${closed.length} sockets: ${closed.join(', ')}.`);
    const sum = (of: (result: LoadResult) => number): number => results.reduce((all, result) => all + of(result), 0);
    return {
      received: Histogram.of(results.flatMap(({ received }) => received)),
      durable: Histogram.of(results.flatMap(({ durable }) => durable)),
      keys: sum(({ keys }) => keys),
      delivered: sum(({ delivered }) => delivered),
      readBytes: sum(({ readBytes }) => readBytes),
    };
  }

  /** Ends the processes, and so every socket. */
  close(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }
}

function next(child: ChildProcess | undefined, type: LoadReport['type']): Promise<LoadReport> {
  return new Promise((resolve, reject) => {
    child?.once('exit', (code) => reject(new Error(`A load process ended with ${code}.`)));
    child?.on('message', (report: LoadReport) => {
      if (report.type === type) resolve(report);
    });
  });
}
