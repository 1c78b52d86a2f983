import { get } from 'node:http';
import type { Duplex } from 'node:stream';

const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A frame of a server: `end` is the place behind it. */
interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly end: number;
}

/**
 * The least that speaks WebSocket: so that thousands of readers cost less than the server that is measured. Handshake by
 * `node:http`, no compression, no fragments, masks of zeros.
 */
export class RawSocket {
  /** What came in since the beginning, headers included. */
  bytes = 0;
  frames = 0;
  /** The server's close code, or null while it is open. */
  closed: number | null = null;
  readonly #stream: Duplex;
  readonly #hear: (payload: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);

  /** Connects; `hear` gets every frame of text or bytes. */
  static open(
    url: string,
    headers: Readonly<Record<string, string>>,
    hear: (payload: Buffer) => void,
  ): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      const request = get(url.replace(/^ws/, 'http'), {
        agent: false,
        headers: {
          ...headers,
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'YSBiZW5jaG1hcmsgaGVyZQ==',
        },
      });
      request.once('upgrade', (_response, stream, head) => resolve(new RawSocket(stream, head, hear)));
      request.once('response', ({ statusCode }) => reject(new Error(`No socket at ${url}: ${statusCode}.`)));
      request.once('error', reject);
    });
  }

  private constructor(stream: Duplex, head: Buffer, hear: (payload: Buffer) => void) {
    this.#stream = stream;
    this.#hear = hear;
    stream.on('data', (chunk: Buffer) => this.#take(chunk));
    stream.on('error', () => undefined);
    stream.on('close', () => (this.closed ??= 1006));
    if (head.length > 0) this.#take(head);
  }

  /** Sends these one behind the other, in one write. */
  send(...payloads: readonly Uint8Array[]): void {
    this.#stream.write(Buffer.concat(payloads.map((payload) => clientFrame(OPCODE.binary, payload))));
  }

  /** Says goodbye as a page does that is closed. */
  close(): void {
    this.closed ??= 1000;
    this.#stream.end(clientFrame(OPCODE.close, Uint8Array.of(0x03, 0xe8)));
  }

  #take(chunk: Buffer): void {
    this.bytes += chunk.length;
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let frame = frameAt(data, at); frame !== null; frame = frameAt(data, at)) {
      at = frame.end;
      this.#handle(frame);
    }
    this.#rest = data.subarray(at);
  }

  #handle({ opcode, payload }: Frame): void {
    if (opcode === OPCODE.binary || opcode === OPCODE.text) {
      this.frames += 1;
      this.#hear(payload);
    } else if (opcode === OPCODE.ping) this.#stream.write(clientFrame(OPCODE.pong, payload));
    else if (opcode === OPCODE.close) {
      this.closed ??= payload.length < 2 ? 1005 : payload.readUInt16BE(0);
      this.#stream.end(clientFrame(OPCODE.close, payload));
    }
  }
}

function frameAt(data: Buffer, at: number): Frame | null {
  if (data.length < at + 2) return null;
  const short = data.readUInt8(at + 1);
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < at + header) return null;
  const length = header === 2 ? short : header === 4 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2));
  const end = at + header + length;
  return data.length < end ? null : { opcode: data.readUInt8(at) & 15, payload: data.subarray(at + header, end), end };
}

function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const header = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  // Not filled: every byte is written below.
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = 128 | opcode;
  frame[1] = 128 | (header === 6 ? length : header === 8 ? 126 : 127);
  if (header === 8) frame.writeUInt16BE(length, 2);
  if (header === 14) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.writeUInt32BE(0, header - 4);
  frame.set(payload, header);
  return frame;
}
