import * as decoding from 'lib0/decoding';
import { encodeFrame, FRAME, readLiveMessage, SYNC } from '#lib/sync/frames.ts';

/** Whose call is followed. */
export type CallDialectName = 'plenum' | 'multiplex';

/** How a follower that is no browser comes in, and what it hears. */
export interface CallDialect {
  /** What it says first. */
  readonly opening: readonly Uint8Array[];
  /** What it answers, and whether it is in now: null for a frame that asks nothing. */
  readonly answer: (frame: Buffer) => { readonly send: readonly Uint8Array[]; readonly joined: boolean } | null;
  /** Where the presenter stands by this frame, as a word that is another for another slide; null where it says nothing of that. */
  readonly placeOf: (frame: Buffer) => string | null;
}

const EMPTY_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** As the audience's page does: asks for the text, then for a barrier, which lets it hear of the call. */
const plenum: CallDialect = {
  opening: [encodeFrame.step1(EMPTY_VECTOR)],
  answer(frame) {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === FRAME.barrier) return { send: [], joined: true };
    if (type !== FRAME.sync) return null;
    const step = decoding.readVarUint(decoder);
    if (step === SYNC.step1) return { send: [encodeFrame.step2(EMPTY_UPDATE)], joined: false };
    return step === SYNC.step2 ? { send: [encodeFrame.barrier(1)], joined: false } : null;
  },
  placeOf(frame) {
    if (frame[0] !== FRAME.live) return null;
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    const message = readLiveMessage(decoder);
    if (message.type !== 'state') return null;
    const { position } = message.state;
    return position === null ? 'nowhere' : `${position.slide}/${position.generated ?? ''}/${position.fragment}`;
  },
};

/** As reveal.js' multiplex does: whoever is connected hears of every move. */
const multiplex: CallDialect = {
  opening: [],
  answer: () => null,
  placeOf(frame) {
    const [, said] = multiplexEvent(frame.toString());
    if (typeof said !== 'object' || said === null || !('state' in said)) return null;
    return JSON.stringify(said.state);
  },
};

export const CALL_DIALECTS: Readonly<Record<CallDialectName, CallDialect>> = { plenum, multiplex };

/** Name and content of an event as socket.io writes it: `42["name",{…}]`. */
export function multiplexEvent(text: string): readonly [string, unknown] {
  if (!text.startsWith('42')) return ['', null];
  const event: unknown = JSON.parse(text.slice(2));
  return Array.isArray(event) ? [String(event[0]), event[1]] : ['', null];
}
