import * as Y from 'yjs';
import { MalformedFrame } from '#lib/sync/frames.ts';

// Reading and applying a million one by one would hold up everybody for seconds; a deck of 260,000 edits has 20,000.
const MOST_PARTS = 100_000;

/** An update, read but not applied. */
export type ReadUpdate = ReturnType<typeof Y.decodeUpdate>;

/** Reads an update of Yjs' first encoding to its last byte, or throws MalformedFrame. Applies nothing. */
export function decodeUpdate(update: Uint8Array): ReadUpdate {
  const decoders: StrictDecoder[] = [];
  const read = decode(
    update,
    class extends StrictDecoder {
      constructor(...parameters: ConstructorParameters<typeof StrictDecoder>) {
        super(...parameters);
        decoders.push(this);
      }
    },
  );
  // Bytes of the second encoding begin like an empty update of the first: taken, they would be promised and lost.
  if (decoders.some((decoder) => decoder.hasMore)) throw new MalformedFrame('The update goes on after its end.');
  return read;
}

function decode(update: Uint8Array, Decoder: typeof StrictDecoder): ReadUpdate {
  try {
    return Y.decodeUpdateV2(update, Decoder);
  } catch (error) {
    throw new MalformedFrame('The update cannot be read.', { cause: error });
  }
}

/** Yjs' own decoder, which stops where there is too much. */
class StrictDecoder extends Y.UpdateDecoderV1 {
  #parts = 0;

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
