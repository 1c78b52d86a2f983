import type { ByteRange } from './asset-store.ts';

const FROM = /^bytes=(\d{1,15})-(\d{0,15})$/;
const LAST = /^bytes=-(\d{1,15})$/;

/**
 * The stretch of a file of that size that a `Range` header asks for: null for all of it, which is the answer to none, to several
 * at once and to what cannot be read; `unsatisfiable` when it lies behind the end.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const asked = askedRange((header ?? '').replaceAll(/\s/g, ''), size);
  if (asked === null || asked.to < asked.from) return null;
  return asked.from < size ? { from: asked.from, to: Math.min(asked.to, size - 1) } : 'unsatisfiable';
}

function askedRange(header: string, size: number): ByteRange | null {
  const [, from, to] = FROM.exec(header) ?? [];
  if (from !== undefined) return { from: Number(from), to: to === undefined || to === '' ? Infinity : Number(to) };
  const [, last] = LAST.exec(header) ?? [];
  return last === undefined ? null : { from: last === '0' ? size : Math.max(0, size - Number(last)), to: Infinity };
}
