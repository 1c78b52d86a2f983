/**
 * A 64-bit hash of a text as 16 hexadecimal digits, the same everywhere and for ever: records keep it. It tells texts apart, it
 * does not protect against forgery. (Two multiplicative 32-bit lanes, after bryc's public-domain cyrb53.)
 */
export function sourceHash(text: string): string {
  let left = 0xdeadbeef;
  let right = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    left = Math.imul(left ^ code, 2654435761);
    right = Math.imul(right ^ code, 1597334677);
  }
  left = Math.imul(left ^ (left >>> 16), 2246822507) ^ Math.imul(right ^ (right >>> 13), 3266489909);
  right = Math.imul(right ^ (right >>> 16), 2246822507) ^ Math.imul(left ^ (left >>> 13), 3266489909);
  return hex(right) + hex(left);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
