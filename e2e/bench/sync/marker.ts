const SIGN = '~'.charCodeAt(0);
const TYPIST_DIGITS = 2;
const TIME_DIGITS = 6;
const WRAP = 36 ** TIME_DIGITS;
/** Steps of the clock a millisecond. */
const STEPS = 100;
/** Longer than any run: what looks older is no marker. */
const OLDEST_MS = 120_000;

/** What a key types: a sign, who typed it and, written in when it is sent, when. It is found again in any frame that says it. */
export const EMPTY_MARKER = `~${'0'.repeat(TYPIST_DIGITS + TIME_DIGITS)}`;

/** Milliseconds of the clock that all processes of this machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint() / 10_000n) / STEPS;
}

/** Writes typist and time into the marker that begins at this place. */
export function stamp(bytes: Uint8Array, at: number, typist: number, now: number): void {
  write(bytes, at + 1, digits(typist, TYPIST_DIGITS));
  write(bytes, at + 1 + TYPIST_DIGITS, digits(Math.floor(now * STEPS) % WRAP, TIME_DIGITS));
}

/** Where a marker begins in these bytes, or -1. */
export function markerAt(bytes: Buffer, from = 0): number {
  return bytes.indexOf(EMPTY_MARKER, from, 'latin1');
}

/** Tells of every marker in these bytes who typed it, and how many milliseconds ago. */
export function eachMarker(bytes: Buffer, now: number, hear: (typist: number, age: number) => void): void {
  const steps = Math.floor(now * STEPS) % WRAP;
  for (let at = bytes.indexOf(SIGN); at !== -1; at = bytes.indexOf(SIGN, at + 1)) {
    const typist = number(bytes, at + 1, TYPIST_DIGITS);
    const sent = number(bytes, at + 1 + TYPIST_DIGITS, TIME_DIGITS);
    const age = ((steps - sent + WRAP) % WRAP) / STEPS;
    if (typist >= 0 && sent >= 0 && age < OLDEST_MS) hear(typist, age);
  }
}

function digits(value: number, count: number): string {
  return value.toString(36).padStart(count, '0');
}

function write(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
}

/** The number that these digits say, or -1 when they are none. */
function number(bytes: Buffer, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const code = bytes[index] ?? 0;
    if (code >= 48 && code <= 57) value = value * 36 + code - 48;
    else if (code >= 97 && code <= 122) value = value * 36 + code - 87;
    else return -1;
  }
  return value;
}
