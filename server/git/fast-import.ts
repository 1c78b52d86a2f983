/** A commit as git's fast-import takes it. */
export interface ImportCommit {
  readonly author: ImportSignature;
  readonly committer: ImportSignature;
  readonly message: string;
  /** Paths that go: plain ones, without quotes and line breaks. */
  readonly removed: readonly string[];
  /** Paths and how their bytes are had; a file whose bytes are null is left out. */
  readonly files: readonly { readonly path: string; readonly bytes: () => Promise<Buffer | null> }[];
}

interface ImportSignature {
  readonly name: string;
  readonly email: string;
  readonly at: Date;
}

/** The stream that makes these commits on top of `parent` (null: the first of all), under a ref that nobody else uses; the mark of each is its place, from 1. */
export async function* importStream(
  ref: string,
  parent: string | null,
  commits: AsyncIterable<ImportCommit>,
): AsyncGenerator<string | Buffer> {
  yield 'feature done\n';
  let mark = 0;
  for await (const { author, committer, message, removed, files } of commits) {
    mark += 1;
    yield `commit ${ref}\nmark :${mark}\nauthor ${signature(author)}\ncommitter ${signature(committer)}\n`;
    yield* data(Buffer.from(message));
    if (mark === 1 && parent !== null) yield `from ${parent}\n`;
    for (const path of removed) yield `D ${plain(path)}\n`;
    for (const { path, bytes } of files) {
      const held = await bytes();
      if (held === null) continue;
      yield `M 100644 inline ${plain(path)}\n`;
      yield* data(held);
    }
  }
  // Without it, a stream that breaks off makes nothing.
  yield 'done\n';
}

/** Anything else would have to be quoted, and is no name that Plenum gives. */
function plain(path: string): string {
  if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)) throw new RangeError(`no plain path: ${path}`);
  return path;
}

function signature({ name, email, at }: ImportSignature): string {
  return `${name} <${email}> ${Math.floor(at.getTime() / 1000)} +0000`;
}

function* data(bytes: Buffer): Generator<string | Buffer> {
  yield `data ${bytes.length}\n`;
  yield bytes;
  yield '\n';
}
