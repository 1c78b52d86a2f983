import type { RefusalCode } from '#lib/errors.ts';

/** The status that a refusal is answered with over HTTP (RFC 9110). */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  'not-found': 404,
  'not-allowed': 403,
  'sign-in-first': 401,
  frozen: 409,
  conflict: 409,
  invalid: 422,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};
