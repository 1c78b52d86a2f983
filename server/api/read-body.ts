import type { ApiRequest } from './answer-api.ts';
import type { Operation } from './operation.ts';

/** A million characters are at most four million bytes. */
const MOST_BYTES = { json: 64 * 1024, markdown: 4 * 1024 * 1024 } as const;
const TYPES = {
  json: { accepts: ['application/json'], says: 'application/json' },
  markdown: { accepts: ['text/markdown', 'text/plain'], says: 'text/markdown' },
} as const;

/** A body that cannot be read, by its status (RFC 9110). */
export class WrongBody extends Error {
  override readonly name = 'WrongBody';
  readonly status: 400 | 413 | 415;

  constructor(status: WrongBody['status'], detail: string) {
    super(detail);
    this.status = status;
  }
}

/** What a request brings along, as its operation takes it: parsed JSON, or a text. Refuses another type, and more than is taken. */
export async function bodyOf({ body: { kind } }: Operation, { headers, body }: ApiRequest): Promise<unknown> {
  if (kind === 'none') return undefined;
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const { accepts, says } = TYPES[kind];
  if (!(accepts as readonly string[]).includes(type)) throw new WrongBody(415, `Send it as ${says}.`);
  const text = await textOf(body, MOST_BYTES[kind]);
  return kind === 'json' ? parsed(text) : text;
}

async function textOf(body: ApiRequest['body'], most: number): Promise<string> {
  if (body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) throw new WrongBody(413, `At most ${most.toLocaleString('en')} bytes are taken.`);
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new WrongBody(400, 'This is no UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongBody(400, 'This is no JSON.');
  }
}
