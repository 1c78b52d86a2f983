import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import { liveMessageSchema, liveRequestSchema, type LiveMessage, type LiveRequest } from '#lib/live/live-state.ts';
import { runningOrderSchema, type RunningOrder } from '#lib/sections/running-order.ts';

/**
 * First varUint of every frame on `/sync/<deck>`. The first three are y-protocols' own; the others go only to clients
 * that spoke one of them first, so that any Yjs client can join.
 */
export const FRAME = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  barrier: 101,
  notice: 102,
  live: 103,
  rows: 104,
  order: 105,
} as const;

/** Second varUint of a sync frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Something the server lets people know about their connection. */
const plainNoticeSchema = z.object({
  /**
   * `read-only`: what was just sent is not taken, by role. `frozen`, `open`: the deck cannot or can be edited again.
   * `degraded`, `recovered`: the database cannot be written just now, or can again. `access`: what the person may do has
   * changed, the connection is about to close and come back.
   */
  code: z.enum(['read-only', 'frozen', 'open', 'degraded', 'recovered', 'access']),
});
export type PlainNotice = z.infer<typeof plainNoticeSchema>;

/** Somebody took out more than half of a section, or of the deck, at once. */
const largeDeletionSchema = z.object({
  code: z.literal('large-deletion'),
  /** Their name; null for whoever is told. */
  by: z.string().nullable(),
  /** Title of the section; null for the deck. */
  section: z.string().nullable(),
  /** Number of the row that did it: taking that back brings it back. */
  seq: z.number().int().nonnegative(),
});
export type LargeDeletionNotice = z.infer<typeof largeDeletionSchema>;

const noticeSchema = z.union([plainNoticeSchema, largeDeletionSchema]);
export type Notice = z.infer<typeof noticeSchema>;

/** Rows beside the text have changed: pages read them again through their own door. */
const rowsChangedSchema = z.object({
  what: z.string().max(64),
  callId: z.string().nullable(),
});
export type RowsChanged = z.infer<typeof rowsChangedSchema>;

/** A frame that is none of this protocol; the message says what is wrong with it. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}

/** What a client may send, decoded. Bytes are views of the frame. */
export type ClientFrame =
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'queryAwareness' }
  | { readonly type: 'barrier'; readonly token: number }
  | { readonly type: 'live'; readonly request: LiveRequest };

/** Decodes a frame of a client, or throws MalformedFrame. */
export function decodeClientFrame(bytes: Uint8Array): ClientFrame {
  try {
    return readClientFrame(decoding.createDecoder(bytes));
  } catch (error) {
    if (error instanceof MalformedFrame) throw error;
    throw new MalformedFrame('The message ends before it is complete.', { cause: error });
  }
}

function readClientFrame(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case FRAME.sync:
      return readSync(decoder);
    case FRAME.awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case FRAME.queryAwareness:
      return { type: 'queryAwareness' };
    case FRAME.barrier:
      return { type: 'barrier', token: decoding.readVarUint(decoder) };
    case FRAME.live:
      return { type: 'live', request: readJson(decoder, liveRequestSchema) };
    default:
      throw new MalformedFrame(`Message type ${type} is not known here.`);
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case SYNC.step1:
      return { type: 'step1', vector: decoding.readVarUint8Array(decoder) };
    case SYNC.step2:
      return { type: 'step2', update: decoding.readVarUint8Array(decoder) };
    case SYNC.update:
      return { type: 'update', update: decoding.readVarUint8Array(decoder) };
    default:
      throw new MalformedFrame(`Sync message type ${type} is not known here.`);
  }
}

/** Reads the JSON that follows a frame's type, or throws MalformedFrame. */
function readJson<T>(decoder: decoding.Decoder, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parseJson(decoding.readVarString(decoder)));
  if (!result.success)
    throw new MalformedFrame('The message does not have the expected parts.', {
      cause: result.error,
    });
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MalformedFrame('The message is not JSON.', { cause: error });
  }
}

/** Reads the live message that follows a frame's type, or throws MalformedFrame. */
export const readLiveMessage = (decoder: decoding.Decoder): LiveMessage => readJson(decoder, liveMessageSchema);

/** Reads the notice that follows a frame's type, or throws MalformedFrame. */
export const readNotice = (decoder: decoding.Decoder): Notice => readJson(decoder, noticeSchema);

/** Reads the announcement that follows a frame's type, or throws MalformedFrame. */
export const readRowsChanged = (decoder: decoding.Decoder): RowsChanged => readJson(decoder, rowsChangedSchema);

/** Reads the running order that follows a frame's type, or throws MalformedFrame. */
export const readOrder = (decoder: decoding.Decoder): RunningOrder => readJson(decoder, runningOrderSchema);

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function syncFrame(type: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, FRAME.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

function jsonFrame(
  type: number,
  value: Notice | LiveRequest | LiveMessage | RowsChanged | RunningOrder,
): Uint8Array<ArrayBuffer> {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarString(encoder, JSON.stringify(value));
  });
}

/** Frames to send, one y-protocols message each: y-websocket 3.1.0 reads only the first of a frame. */
export const encodeFrame = {
  step1: (vector: Uint8Array) => syncFrame(SYNC.step1, vector),
  step2: (update: Uint8Array) => syncFrame(SYNC.step2, update),
  update: (update: Uint8Array) => syncFrame(SYNC.update, update),
  awareness: (update: Uint8Array) =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, FRAME.awareness);
      encoding.writeVarUint8Array(encoder, update);
    }),
  barrier: (token: number) =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, FRAME.barrier);
      encoding.writeVarUint(encoder, token);
    }),
  notice: (notice: Notice) => jsonFrame(FRAME.notice, notice),
  liveRequest: (request: LiveRequest) => jsonFrame(FRAME.live, request),
  live: (message: LiveMessage) => jsonFrame(FRAME.live, message),
  rows: (rows: RowsChanged) => jsonFrame(FRAME.rows, rows),
  order: (order: RunningOrder) => jsonFrame(FRAME.order, order),
} as const;
