import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { encodeFrame, FRAME, SYNC } from '#lib/sync/frames.ts';

/** Which server is spoken to. */
export type DialectName = 'plenum' | 'hocuspocus' | 'y-websocket';

/** What a server's frame says, as far as a benchmark asks. */
export type Heard =
  | { readonly type: 'question'; readonly vector: Uint8Array }
  | { readonly type: 'state' | 'update'; readonly update: Uint8Array }
  /** The server's own word that an edit is safe: Plenum's barrier with its token, Hocuspocus' status without one. */
  | { readonly type: 'acknowledged'; readonly token: number | null }
  | { readonly type: 'other' };

/** How a raw client speaks to a server: y-protocols everywhere, in Hocuspocus behind the document's name. */
export interface Dialect {
  url(address: string, deck: string): string;
  headers(address: string, person: string): Readonly<Record<string, string>>;
  /** What a client says first, with what it holds already. */
  opening(deck: string, vector: Uint8Array): readonly Uint8Array[];
  update(deck: string, update: Uint8Array): Uint8Array;
  answer(deck: string, update: Uint8Array): Uint8Array;
  /** Asks whether all before is safe; null where the server says so unasked, or never. */
  barrier(token: number): Uint8Array | null;
  read(frame: Uint8Array): Heard;
}

const HOCUSPOCUS = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 } as const;
const OTHER: Heard = { type: 'other' };

const plenum: Dialect = {
  url: (address, deck) => `${address}/${deck}`,
  headers: (address, person) => ({ origin: new URL(address).origin.replace(/^ws/, 'http'), cookie: `name=${person}` }),
  opening: (_deck, vector) => [encodeFrame.step1(vector)],
  update: (_deck, update) => encodeFrame.update(update),
  answer: (_deck, update) => encodeFrame.step2(update),
  barrier: (token) => encodeFrame.barrier(token),
  read(frame) {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === FRAME.sync) return readSync(decoder);
    return type === FRAME.barrier ? { type: 'acknowledged', token: decoding.readVarUint(decoder) } : OTHER;
  },
};

const yWebsocket: Dialect = { ...plenum, headers: () => ({}), barrier: () => null };

const hocuspocus: Dialect = {
  url: (address) => address,
  headers: () => ({}),
  opening: (deck, vector) => [
    addressed(deck, (encoder) => {
      encoding.writeVarUint(encoder, HOCUSPOCUS.auth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'nobody asks');
    }),
    addressed(deck, (encoder) => writeSync(encoder, SYNC.step1, vector)),
  ],
  update: (deck, update) => addressed(deck, (encoder) => writeSync(encoder, SYNC.update, update)),
  answer: (deck, update) => addressed(deck, (encoder) => writeSync(encoder, SYNC.step2, update)),
  barrier: () => null,
  read(frame) {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === HOCUSPOCUS.sync || type === HOCUSPOCUS.syncReply) return readSync(decoder);
    const saved = type === HOCUSPOCUS.syncStatus && decoding.readVarUint(decoder) === 1;
    return saved ? { type: 'acknowledged', token: null } : OTHER;
  },
};

/** All of them. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { plenum, hocuspocus, 'y-websocket': yWebsocket };

function readSync(decoder: decoding.Decoder): Heard {
  const type = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (type === SYNC.step1) return { type: 'question', vector: bytes };
  return { type: type === SYNC.step2 ? 'state' : 'update', update: bytes };
}

function writeSync(encoder: encoding.Encoder, type: number, bytes: Uint8Array): void {
  encoding.writeVarUint(encoder, FRAME.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
}

function addressed(deck: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, deck);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
