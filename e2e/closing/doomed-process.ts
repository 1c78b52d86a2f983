import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { EndOrder } from './closing-process.ts';

const SCRIPT = path.resolve(import.meta.dirname, 'closing-process.ts');
const MOST_SAID = 4_000;

/** A process that ends calls, which is killed and comes back. */
export class DoomedProcess {
  #child: ChildProcess | null = null;
  #said = '';

  /** Starts it, or starts it again. Resolves when it works. */
  async start(): Promise<void> {
    const child = fork(SCRIPT, {
      env: { ...process.env, NODE_ENV: 'test' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-MOST_SAID)));
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error(`The process fell over by itself:\n${this.#said}`);
      }),
    ]);
  }

  /** Has it end a call; what comes of it is seen in the database. */
  tell(order: EndOrder): void {
    this.#child?.send(order);
  }

  /** `kill -9`: nothing of it can be caught. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
