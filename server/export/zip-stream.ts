import type { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file on its way into a zip. */
export type ZipEntry =
  | { readonly name: string; readonly text: string }
  /** Its bytes are asked for when its turn comes; null when they are gone. */
  | { readonly name: string; readonly open: () => Promise<Readable | null> };

/** The format counts to here; what is larger must be taken in parts. */
export const MOST_ENTRIES = 65_000;
export const MOST_BYTES = 4_000_000_000;

type Chunk = Uint8Array<ArrayBuffer>;

/** A zip that is made while it is read: one entry at a time, and of a picture one piece at a time. Whoever stops reading stops the work. */
export function zipStream(entries: AsyncGenerator<ZipEntry>): ReadableStream<Chunk> {
  const chunks = chunksOf(entries);
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    // Nothing is made before it is asked for.
    { highWaterMark: 0 },
  );
}

async function* chunksOf(entries: AsyncGenerator<ZipEntry>): AsyncGenerator<Chunk> {
  const ready: Chunk[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(new Uint8Array(chunk));
  });
  for await (const entry of entries) {
    if ('text' in entry) {
      const file = new ZipDeflate(entry.name);
      zip.add(file);
      file.push(new TextEncoder().encode(entry.text), true);
      yield* ready.splice(0);
    } else yield* piecesOf(zip, entry, ready);
  }
  zip.end();
  yield* ready.splice(0);
}

/** As it is: pictures are as small as they get. */
async function* piecesOf(
  zip: Zip,
  { name, open }: Extract<ZipEntry, { open: unknown }>,
  ready: Chunk[],
): AsyncGenerator<Chunk> {
  const bytes = await open();
  if (bytes === null) return;
  const file = new ZipPassThrough(name);
  zip.add(file);
  try {
    for await (const piece of bytes) {
      file.push(new Uint8Array(piece as Uint8Array));
      yield* ready.splice(0);
    }
  } finally {
    bytes.destroy();
  }
  file.push(new Uint8Array(), true);
  yield* ready.splice(0);
}
