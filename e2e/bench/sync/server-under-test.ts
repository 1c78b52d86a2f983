import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { cpuSecondsOf } from './cpu-seconds.ts';

const startedSchema = z.object({ address: z.string() });
const lookSchema = z.object({
  heapUsed: z.number(),
  rss: z.number(),
  durable: z.array(z.number()),
});

const decksSchema = z.object({ decks: z.number() });

/** How a server stands after collecting its garbage. */
export type Look = z.infer<typeof lookSchema>;

const LOOK_AGAIN_MS = 100;

/** A server alone in a process of its own. */
export class ServerUnderTest {
  readonly address: string;
  readonly #child: ChildProcess;

  /**
   * Starts a script and waits until it listens. With `BENCH_PROFILE=folder` it leaves a profile there when it is ended; with
   * `BENCH_VERBOSE=1` one reads what it says.
   */
  static async start(script: string, env: Readonly<Record<string, string>>): Promise<ServerUnderTest> {
    const folder = process.env['BENCH_PROFILE'] ?? '';
    const said = (process.env['BENCH_VERBOSE'] ?? '') === '' ? 'ignore' : 'inherit';
    const child = fork(script, {
      stdio: ['ignore', said, said, 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
      execArgv: ['--expose-gc', ...(folder === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`])],
    });
    child.once('error', () => undefined);
    const [message]: unknown[] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`${script} ended with ${code} before it listened.`);
      }),
    ]);
    return new ServerUnderTest(child, startedSchema.parse(message).address);
  }

  private constructor(child: ChildProcess, address: string) {
    this.#child = child;
    this.address = address;
  }

  /** Processor seconds so far, its own and the kernel's for it. */
  cpuSeconds(): number {
    return cpuSecondsOf(this.#child.pid ?? 0);
  }

  /** Collects garbage and looks; durable times are those since the last look. */
  async look(): Promise<Look> {
    return lookSchema.parse(await this.#ask('look'));
  }

  /** Resolves when no deck is in memory any more, or after this long. */
  async emptied(withinMs: number): Promise<boolean> {
    for (const until = performance.now() + withinMs; performance.now() < until;) {
      if (decksSchema.parse(await this.#ask('decks')).decks === 0) return true;
      await pause(LOOK_AGAIN_MS);
    }
    return false;
  }

  /** Ends it at once, as `kill -9` does. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }

  /** Ends it by itself, which is what leaves a profile. */
  async close(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.disconnect();
    await exit;
  }

  async #ask(question: 'look' | 'decks'): Promise<unknown> {
    const answer = once(this.#child, 'message');
    this.#child.send(question);
    const [message]: unknown[] = await answer;
    return message;
  }
}
