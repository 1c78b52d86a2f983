import { Refusal } from '#lib/errors.ts';
import type { FetchWords } from './fetch-policy.ts';

type Says = 'unknownHost' | 'unreachable' | 'garbled' | 'brokeOff' | 'certificate';

/** What sockets, names and their readers fail with. Anything else is a fault of this machine. */
const FAULTS: readonly (readonly [RegExp, Says])[] = [
  [/^(?:ENOTFOUND|ENODATA|EAI_NONAME|ERR_INVALID_IP_ADDRESS)$/, 'unknownHost'],
  [/^(?:EAI_\w+|ECONNREFUSED|EHOST\w+|ENET\w+|ETIMEDOUT|EADDRNOTAVAIL|EPROTO|ERR_SSL_\w+)$/, 'unreachable'],
  [/^HPE_/, 'garbled'],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, 'brokeOff'],
  [/CERT|^ERR_TLS_|^UNABLE_TO_|SIGNATURE/, 'certificate'],
];

/** A fault as the sentence that is said of it. What is no fault of that server or of the way there is given back as it is. */
export function refusalOfFault(
  error: unknown,
  address: string,
  { signal, says }: { readonly signal: AbortSignal; readonly says: FetchWords },
): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  const host = hostOf(address);
  if (signal.aborted) return new Refusal('unavailable', says.slow(host));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const [, say] = FAULTS.find(([pattern]) => pattern.test(code)) ?? [];
  return say === undefined ? error : new Refusal('unavailable', says[say](host));
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}
