import * as Y from 'yjs';
import { encodeFrame } from '#lib/sync/frames.ts';

/** Many come within a second when a call begins; afterwards the bytes are not worth their room. */
const KEPT_MS = 1_000;

/** Answers to who asks what they lack. A deck's whole state is written out once for all who come with nothing, and is the same bytes in all their sockets. */
export class StateAnswers {
  readonly #doc: Y.Doc;
  #whole: Buffer | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('update', () => (this.#whole = null));
  }

  /** The frame for somebody who stands at this state vector. */
  to(vector: Uint8Array): Uint8Array {
    if (!standsAtNothing(vector)) return encodeFrame.step2(Y.encodeStateAsUpdate(this.#doc, vector));
    return this.#whole ?? this.#write();
  }

  #write(): Buffer {
    const { buffer, byteOffset, length } = encodeFrame.step2(Y.encodeStateAsUpdate(this.#doc));
    const whole = Buffer.from(buffer, byteOffset, length);
    this.#whole = whole;
    setTimeout(() => {
      if (this.#whole === whole) this.#whole = null;
    }, KEPT_MS).unref();
    return whole;
  }
}

/** A state vector says first how many clients it knows. */
function standsAtNothing(vector: Uint8Array): boolean {
  return vector.length === 1 && vector[0] === 0;
}
