import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { Refusal } from '#lib/errors.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';
import { isFull } from '#server/assets/store-trouble.ts';
import { log } from '#server/log.ts';

import { TOO_MUCH_MEMORY, type PictureJob } from './picture-job.ts';
import { pictureReplySchema, type MadePicture } from './picture-reply.ts';

const SCRIPT = path.join(process.cwd(), 'server', 'assets', 'fit', 'picture-process.ts');
/**
 * What a process may have from its last picture when the next one comes, in bytes: photographs need the room, documents bring a
 * library along that stays.
 */
const FAT = { svg: 150_000_000, raster: 115_000_000 } as const;
// Of JavaScript alone, in MB; pictures lie outside of it. Small steps: a document that was thrown away is not kept along.
const FLAGS = ['--max-old-space-size=144', '--max-semi-space-size=2'];

export interface PictureWorkerOptions {
  /** How long one picture may take. */
  readonly limitMs: number;
  /** How long the process waits for the next picture. */
  readonly idleMs: number;
}

/** Makes pictures fit in a process of its own, one after the other, however many come at once. */
export class PictureWorker {
  readonly #options: PictureWorkerOptions;
  #child: ChildProcess | null = null;
  /** Bytes of memory that it had after its last picture. */
  #rss = 0;
  #turns: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(options: PictureWorkerOptions) {
    this.#options = options;
  }

  /** The process's id; undefined while there is none. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Refuses with one sentence what cannot be made fit, and what the process did not survive or did not finish in time. */
  make(job: PictureJob): Promise<MadePicture> {
    const made = this.#turns.then(() => this.#make(job));
    this.#turns = made.catch(() => undefined);
    return made;
  }

  /** Ends the process; the next picture starts another. */
  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async #make(job: PictureJob): Promise<MadePicture> {
    clearTimeout(this.#idle);
    if (this.#rss > FAT[job.extension === 'svg' ? 'svg' : 'raster']) await this.end();
    this.#child ??= this.#start();
    const child = this.#child;
    keepAlive(child, true);
    try {
      const answer = await this.#ask(child, job);
      const { rss, ...reply } = pictureReplySchema.parse(answer);
      this.#rss = rss;
      if (reply.outcome === 'made') return reply;
      if (reply.outcome === 'refused') throw new Refusal(reply.code, reply.message);
      // A full disk is told to people by whoever stores.
      if (isFull(new Error(reply.error))) throw Object.assign(new Error(reply.error), { code: 'ENOSPC' });
      log.error('a picture could not be made fit', { error: reply.error });
      throw new Refusal('unavailable', pictureProblems.notNow);
    } finally {
      keepAlive(child, false);
      this.#idle = setTimeout(() => void this.end(), this.#options.idleMs).unref();
    }
  }

  /** What it answers; ends it when it takes too long. */
  async #ask(child: ChildProcess, job: PictureJob): Promise<unknown> {
    const heard = new AbortController();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, this.#options.limitMs);
    try {
      const message = once(child, 'message', { signal: heard.signal }).then(([answer]: unknown[]) => answer);
      const exit = once(child, 'exit', { signal: heard.signal }).then(([code, signal]: unknown[]) => {
        throw refusalOf(isLate, code, signal);
      });
      child.send(job, () => undefined);
      return await Promise.race([message, exit]);
    } finally {
      clearTimeout(timer);
      heard.abort();
    }
  }

  #start(): ChildProcess {
    this.#rss = 0;
    // Not by `fork`: the bundler of the pages would look for a module of theirs under that address.
    const child = spawn(process.execPath, [...FLAGS, SCRIPT], {
      // Nothing of our own environment: no secret is where strangers' files are read.
      env: {
        NODE_ENV: 'production',
        PATH: process.env['PATH'],
        // What is freed goes back to the system at once, instead of being kept for the next picture.
        MALLOC_ARENA_MAX: '2',
        MALLOC_TRIM_THRESHOLD_: '131072',
        MALLOC_MMAP_THRESHOLD_: '131072',
        UV_THREADPOOL_SIZE: '2',
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const forget = (): void => {
      if (this.#child === child) this.#child = null;
    };
    child.once('exit', forget);
    child.on('error', (error) => {
      log.error('the process for pictures does not work', { error });
      forget();
    });
    return child;
  }
}

/** Only while it works: a process that waits for pictures keeps nobody from ending. */
function keepAlive(child: ChildProcess, isWorking: boolean): void {
  if (isWorking) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function refusalOf(isLate: boolean, code: unknown, signal: unknown): Refusal {
  if (isLate) return new Refusal('too-large', pictureProblems.tooSlow);
  if (code === TOO_MUCH_MEMORY || signal === 'SIGABRT') return new Refusal('too-large', pictureProblems.tooMuchMemory);
  log.error('the process for pictures died over one', { code, signal });
  return new Refusal('invalid', pictureProblems.crashed);
}

// Pages and the rest of the server are bundled apart, and have one worker together.
const SHARED = Symbol.for('plenum.pictureWorker');

/** The worker of this process. */
export function pictureWorker(): PictureWorker {
  const shared = globalThis as { [SHARED]?: PictureWorker };
  shared[SHARED] ??= new PictureWorker({ limitMs: 20_000, idleMs: 60_000 });
  return shared[SHARED];
}
