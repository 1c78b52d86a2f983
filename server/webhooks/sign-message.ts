import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret as Standard Webhooks writes it: `whsec_` and base64. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

export interface Message {
  /** The same each time that it is sent, so that whoever got it twice knows. */
  readonly id: string;
  /** Seconds since 1970 at which it is sent. */
  readonly timestamp: number;
  readonly body: string;
}

/** The headers of a message as Standard Webhooks has them: HMAC-SHA256 over id, time and body, in base64. */
export function signedHeaders(secret: string, { id, timestamp, body }: Message): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
    'Content-Type': 'application/json',
  };
}
