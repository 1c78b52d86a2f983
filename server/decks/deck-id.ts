import { randomInt } from 'node:crypto';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

// 22 characters of base58 are 128 bits: never guessed, never met twice.
const LENGTH = 22;

/** A new deck's id: random base58, never reused. */
export function newDeckId(): string {
  return Array.from({ length: LENGTH }, () => BASE58[randomInt(BASE58.length)]).join('');
}
