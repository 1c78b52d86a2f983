import { lookup } from 'node:dns/promises';
import { MAX_PICTURE_BYTES } from '#lib/assets/asset-limits.ts';
import { messages } from '#lib/messages/en.ts';
import { environment } from '#server/environment.ts';
import { isPublicAddress } from './public-address.ts';

/** Why something could not be asked for, in sentences. */
export interface FetchWords {
  readonly noAddress: string;
  readonly scheme: (scheme: string) => string;
  readonly credentials: string;
  readonly port: (port: string) => string;
  readonly notPublic: (host: string) => string;
  readonly unknownHost: (host: string) => string;
  readonly unreachable: (host: string) => string;
  readonly slow: (host: string) => string;
  readonly certificate: (host: string) => string;
  readonly garbled: (host: string) => string;
  readonly brokeOff: (host: string) => string;
}

/** What the fetcher may ask, and how long and how much of it. */
export interface FetchPolicy {
  /** `host:port` of servers that whoever runs this Plenum has named: they may be anywhere. */
  readonly named: ReadonlySet<string>;
  /** The ports of all others. */
  readonly ports: ReadonlySet<number>;
  /** Whether anything may be fetched from this IP address. */
  readonly isAllowed: (address: string) => boolean;
  /** Every IP address of a name. Asked once for each address that is fetched, so that nobody can answer otherwise the second time. */
  readonly lookup: (host: string) => Promise<readonly string[]>;
  readonly connectMs: number;
  /** From the beginning to the last byte, with everything it leads on to. */
  readonly wholeMs: number;
  readonly mostHeaderBytes: number;
  readonly mostBytes: number;
  readonly says: FetchWords;
}

/** Public servers only. */
export const STRICT: FetchPolicy = {
  named: new Set(),
  ports: new Set([80, 443, 8080, 8443]),
  isAllowed: isPublicAddress,
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connectMs: 5_000,
  wholeMs: 20_000,
  mostHeaderBytes: 16_384,
  mostBytes: MAX_PICTURE_BYTES,
  says: messages.foreignPictures.fetch,
};

/** Public servers, and those that the environment names. */
export function ownPolicy(): FetchPolicy {
  return { ...STRICT, named: environment().fetchAllow };
}
