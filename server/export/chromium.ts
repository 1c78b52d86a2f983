import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';

import { z } from 'zod';

/** Without a network of any kind, and without anything that it would do by itself. */
const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-features=MediaRouter,OptimizationHints,Translate',
  '--metrics-recording-only',
  '--mute-audio',
  '--hide-scrollbars',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Message = z.infer<typeof messageSchema>;
type Fields = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (result: Fields) => void;
  readonly reject: (error: Error) => void;
}

/** One Chromium of its own, spoken to through two pipes, with a folder that is removed with it. */
export class Chromium {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #write: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #heard = new Map<string, (params: Fields) => void>();
  #last = 0;
  #rest = '';
  #ended: Error | null = null;

  /** Starts the program at `file`. */
  static async start(file: string): Promise<Chromium> {
    const folder = await mkdtemp(path.join(tmpdir(), 'plenum-pdf-'));
    try {
      return new Chromium(file, folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(file: string, folder: string) {
    this.#folder = folder;
    // Its own sandbox does not start as root, whom containers run as.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.#child = spawn(file, [...ARGUMENTS, ...sandbox, `--user-data-dir=${folder}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      cwd: folder,
      // A group of its own, so that none of its processes stays behind; and none of our settings.
      detached: true,
      env: { NODE_ENV: 'production', PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
    });
    const [, , , write, read] = this.#child.stdio;
    if (!(write instanceof Writable) || !(read instanceof Readable)) throw new Error('Chromium has no pipes.');
    this.#write = write;
    read.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    for (const stream of [write, read])
      stream.on('error', (error) => this.#fail(new Error('Chromium does not listen.', { cause: error })));
    this.#child.on('error', (error) => this.#fail(error));
    this.#child.on('exit', () => this.#fail(new Error('Chromium ended.')));
  }

  /** Sends one command and gives its result. Throws what Chromium answers, and when it is gone. */
  send(method: string, params: Fields = {}, sessionId?: string): Promise<Fields> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) return reject(this.#ended);
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      this.#write.write(
        `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
  }

  /** Hears one kind of event; the last who asked. */
  on(method: string, hear: (params: Fields) => void): void {
    this.#heard.set(method, hear);
  }

  /** Ends it with all of its processes and removes its folder. */
  async close(): Promise<void> {
    this.#fail(new Error('Chromium was closed.'));
    const { pid } = this.#child;
    const gone = this.#child.exitCode === null ? new Promise((done) => this.#child.once('exit', done)) : null;
    if (pid !== undefined)
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    if (pid !== undefined) await gone;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }

  #receive(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#act(messageSchema.parse(JSON.parse(part)));
  }

  #act({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      this.#heard.get(method ?? '')?.(params ?? {});
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result ?? {});
    else waiting?.reject(new Error(`Chromium: ${error.message}`));
  }

  #fail(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
