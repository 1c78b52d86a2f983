import * as Y from 'yjs';
import { MalformedFrame } from '#lib/sync/frames.ts';

// Reading and applying so many takes 50 ms, in which everybody waits; a deck of 260,000 edits has 20,000.
const MOST_PARTS = 50_000;

/** An update, read but not applied. */
export type ReadUpdate = ReturnType<typeof Y.decodeUpdate>;

/** Reads an update of Yjs' first encoding to its last byte, or throws MalformedFrame. Applies nothing. */
export function decodeUpdate(update: Uint8Array): ReadUpdate {
  const read = decode(update);
  // Bytes of the second encoding begin like an empty update of the first: taken, they would be promised and lost.
  if (StrictDecoder.last?.hasMore === true) throw new MalformedFrame('The update goes on after its end.');
  return read;
}

function decode(update: Uint8Array): ReadUpdate {
  try {
    return Y.decodeUpdateV2(update, StrictDecoder);
  } catch (error) {
    throw new MalformedFrame('The update cannot be read.', { cause: error });
  }
}

/** Yjs' own decoder, which stops where there is too much. */
class StrictDecoder extends Y.UpdateDecoderV1 {
  /** Yjs makes it and keeps it to itself; a class for each call, which would tell as well, takes as long as the reading. */
  static last: StrictDecoder | null = null;
  #parts = 0;

  constructor(...parameters: ConstructorParameters<typeof Y.UpdateDecoderV1>) {
    super(...parameters);
    StrictDecoder.last = this;
  }

  get hasMore(): boolean {
    return this.restDecoder.pos < this.restDecoder.arr.length;
  }

  override readInfo(): number {
    this.#count();
    return super.readInfo();
  }

  override readDsLen(): number {
    this.#count();
    return super.readDsLen();
  }

  #count(): void {
    this.#parts += 1;
    if (this.#parts > MOST_PARTS) throw new MalformedFrame('The update has too many parts.');
  }
}
