import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { CallDialectName } from './call-dialect.ts';

/** Followers by protocol, all in one process. */
export interface CrowdJob {
  readonly dialect: CallDialectName;
  /** Address of the socket. */
  readonly url: string;
  readonly origin: string;
  readonly followers: number;
}

/** One move of the stage as the crowd heard of it. */
export interface HeardMove {
  /** When each follower got it: milliseconds of the clock that all processes of this machine share (`sharedNow`). */
  readonly at: readonly number[];
}

/** What the crowd heard while it was asked to note it. */
export interface CrowdResult {
  readonly moves: readonly HeardMove[];
  /** What came in on all sockets, headers included. */
  readonly bytes: number;
  /** Of that what told of moves. */
  readonly moveBytes: number;
  /** Close codes of followers that were sent away. */
  readonly closed: readonly number[];
}

/** What the crowd's process says. */
export type CrowdReport =
  | { readonly type: 'ready'; readonly seconds: number }
  | { readonly type: 'noting' }
  | { readonly type: 'result'; readonly result: CrowdResult };

/** Orders that the process takes after its job. */
export type CrowdOrder = 'note' | 'tell';

/** A process full of followers that are no browsers. */
export class Crowd {
  /** How long it took until all were in. */
  readonly joinSeconds: number;
  readonly #child: ChildProcess;

  /** Starts it and waits until everybody is in. */
  static async join(job: CrowdJob): Promise<Crowd> {
    const child = fork(path.join(import.meta.dirname, 'crowd-process.ts'), { serialization: 'advanced' });
    const ready = next(child, 'ready');
    child.send(job);
    const report = await ready;
    return new Crowd(child, report.type === 'ready' ? report.seconds : Number.NaN);
  }

  private constructor(child: ChildProcess, joinSeconds: number) {
    this.#child = child;
    this.joinSeconds = joinSeconds;
  }

  /** From now on it notes what it hears. */
  async note(): Promise<void> {
    await this.#order('note', 'noting');
  }

  /** What it heard since. Throws when followers were sent away. */
  async tell(): Promise<CrowdResult> {
    const report = await this.#order('tell', 'result');
    if (report.type !== 'result') throw new Error('The crowd did not tell.');
    const { closed } = report.result;
    if (closed.length > 0)
      throw new Error(`The server closed ${closed.length} sockets: ${[...new Set(closed)].join(', ')}.`);
    return report.result;
  }

  /** Ends the process, and so every socket. */
  leave(): void {
    this.#child.kill('SIGKILL');
  }

  #order(order: CrowdOrder, answer: CrowdReport['type']): Promise<CrowdReport> {
    const report = next(this.#child, answer);
    this.#child.send(order);
    return report;
  }
}

function next(child: ChildProcess, type: CrowdReport['type']): Promise<CrowdReport> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`The crowd’s process ended with ${code}.`));
    const hear = (report: CrowdReport): void => {
      if (report.type !== type) return;
      child.off('exit', gone);
      child.off('message', hear);
      resolve(report);
    };
    child.once('exit', gone);
    child.on('message', hear);
  });
}
