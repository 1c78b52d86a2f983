import { startGit, type GitPlace, type GitProcess } from './git-process.ts';

const HEAD = /^[0-9a-f]{40,64} blob (\d+)$/;
/** Longest that all of the reading may take: whoever reads may be slow to take. */
const WHOLE_MS = 6 * 3_600_000;

/** Reads files of a repository one after the other. */
export interface BlobReader {
  /** The size in bytes, without reading more; null for one that is not there, as one that was too large to be asked for. */
  size(id: string): Promise<number | null>;
  /** Its bytes; null for one that is not there. Its size is asked before: all of it is held in memory. */
  bytes(id: string): Promise<Buffer | null>;
  close(): void;
}

/** Opens one over a repository. */
export function openBlobs(place: GitPlace): BlobReader {
  const sizes = new Asking(startGit(place, { args: ['cat-file', '--batch-check'], wholeMs: WHOLE_MS }));
  const contents = new Asking(startGit(place, { args: ['cat-file', '--batch'], wholeMs: WHOLE_MS }));
  return {
    size: async (id) => sizeIn(await sizes.ask(id)),
    async bytes(id) {
      const size = sizeIn(await contents.ask(id));
      if (size === null) return null;
      // A line break follows that belongs to none of it.
      return (await contents.take(size + 1)).subarray(0, size);
    },
    close() {
      sizes.stop();
      contents.stop();
    },
  };
}

function sizeIn(head: string): number | null {
  const [, size] = HEAD.exec(head) ?? [];
  return size === undefined ? null : Number(size);
}

/** A conversation with one git that answers line by line. */
class Asking {
  readonly #git: GitProcess;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(git: GitProcess) {
    this.#git = git;
    this.#chunks = git.stdout[Symbol.asyncIterator]();
  }

  /** The first line of the answer. */
  async ask(id: string): Promise<string> {
    this.#git.stdin.write(`${id}\n`);
    for (;;) {
      const at = this.#rest.indexOf(10);
      if (at !== -1) return (await this.take(at + 1)).toString('utf8', 0, at);
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    }
  }

  async take(bytes: number): Promise<Buffer> {
    const parts = [this.#rest];
    let held = this.#rest.length;
    while (held < bytes) {
      const chunk = await this.#next();
      parts.push(chunk);
      held += chunk.length;
    }
    const all = Buffer.concat(parts);
    this.#rest = all.subarray(bytes);
    return all.subarray(0, bytes);
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#chunks.next();
    if (done !== true) return value;
    await this.#git.ended;
    throw new Error('git answered less than it was asked');
  }

  stop(): void {
    this.#git.stop();
  }
}
