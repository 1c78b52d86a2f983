import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { instanceSecret } from './secret.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A text that must come back, such as a key, as the database may hold it: encrypted under the instance's secret. `purpose` keeps one kind from serving another. */
export async function sealSecret(purpose: string, text: string): Promise<string> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, await keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed; null when it was sealed under another secret or purpose, or changed since. */
export async function openSecret(purpose: string, sealed: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag, text] = [
    bytes.subarray(0, IV_BYTES),
    bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
    bytes.subarray(IV_BYTES + TAG_BYTES),
  ];
  try {
    const decipher = createDecipheriv(CIPHER, await keyFor(purpose), iv, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

async function keyFor(purpose: string): Promise<Uint8Array> {
  return new Uint8Array(hkdfSync('sha256', await instanceSecret(), '', purpose, 32));
}
