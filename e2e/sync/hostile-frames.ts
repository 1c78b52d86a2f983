import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Chance } from '#e2e/harness/chance.ts';
import { deckText } from '#lib/deck/deck-doc.ts';
import { encodeFrame } from '#lib/sync/frames.ts';

/** Makes one frame that nobody honest sends, from the numbers of a seed. */
export type HostileFrame = (pick: Chance) => Uint8Array;

/** What no client may do harm with, by name. */
export const hostileFrames: Readonly<Record<string, HostileFrame>> = {
  'random bytes': (pick) => Uint8Array.from({ length: pick(200) }, () => pick(256)),
  'random bytes as an update': (pick) =>
    encodeFrame.update(Uint8Array.from({ length: 1 + pick(200) }, () => pick(256))),
  'an update that ends too early': (pick) => {
    const whole = encodeFrame.update(someUpdate(pick));
    return whole.subarray(0, 1 + pick(whole.length - 1));
  },
  'an update with a byte changed': (pick) => {
    const bytes = someUpdate(pick);
    bytes[pick(bytes.length)] = pick(256);
    return encodeFrame.update(bytes);
  },
  'an update in the second encoding': (pick) => encodeFrame.update(Y.convertUpdateFormatV1ToV2(someUpdate(pick))),
  'an update that builds on what nobody has': (pick) => {
    const doc = new Y.Doc();
    deckText(doc).insert(0, 'x');
    const before = Y.encodeStateVector(doc);
    deckText(doc).insert(1, `orphan ${pick(1_000)}`);
    return encodeFrame.update(Y.encodeStateAsUpdate(doc, before));
  },
  'a claim of a million parts that are not there': (pick) =>
    encodeFrame.update(
      written((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint(encoder, 1_000_000 + pick(1_000_000_000));
        encoding.writeVarUint(encoder, pick(1_000));
        encoding.writeVarUint(encoder, 0);
      }),
    ),
  'a million parts': (pick) =>
    encodeFrame.update(
      written((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint(encoder, 1_000_000);
        encoding.writeVarUint(encoder, pick(1_000));
        encoding.writeVarUint(encoder, 0);
        for (let part = 0; part < 1_000_000; part += 1) writePair(encoder, 0, 1);
        encoding.writeVarUint(encoder, 0);
      }),
    ),
  'a million deletions': (pick) =>
    encodeFrame.update(
      written((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint(encoder, pick(1_000));
        encoding.writeVarUint(encoder, 1_000_000);
        for (let part = 0; part < 1_000_000; part += 1) writePair(encoder, part, 1);
      }),
    ),
  'a part that claims four thousand million characters': (pick) =>
    encodeFrame.update(
      written((encoder) => {
        for (const number of [1, 1, pick(1_000), 0, 0, 4_000_000_000, 0]) encoding.writeVarUint(encoder, number);
      }),
    ),
};

function someUpdate(pick: Chance): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  deckText(doc).insert(0, 'hostile '.repeat(1 + pick(5)));
  deckText(doc).delete(1, 3);
  return Uint8Array.from(Y.encodeStateAsUpdate(doc));
}

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function writePair(encoder: encoding.Encoder, first: number, second: number): void {
  encoding.writeVarUint(encoder, first);
  encoding.writeVarUint(encoder, second);
}
