import { decodeEntities } from './slide-sight.ts';
import type { PictureParts } from './written-picture.ts';

/** An address as it is meant, without the escapes of the language that it is written in. */
export function plainAddress(written: string, kind: PictureParts['kind']): string {
  const unescaped = kind === 'markdown' ? written.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1') : written;
  return decodeEntities(unescaped).trim();
}

/** Whether two addresses lead to the same place, one of them perhaps encoded by the renderer. */
export function sameAddress(one: string, other: string): boolean {
  return one === other || decoded(one) === decoded(other);
}

/** An address without the signs that would end it where it is written. */
export function quotableAddress(address: string): string {
  return address.replaceAll(
    /[\s"<>`]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 32).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
