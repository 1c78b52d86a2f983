import { ownPolicy, STRICT, type FetchPolicy } from '#server/fetch/fetch-policy.ts';

/** What git may ask, and how long and how much of it. */
export interface GitPolicy {
  /** Which servers, as for pictures; its times and sizes do not count here. */
  readonly servers: FetchPolicy;
  /** Longest that one command may take that talks to a server. */
  readonly wholeMs: number;
  /** A server that sends less than a kilobyte a second for so many seconds is given up. */
  readonly slowSeconds: number;
  /** Most bytes that a repository may have on our disk. */
  readonly mostBytes: number;
  /** Larger files of a foreign repository are not even asked for. */
  readonly mostFileBytes: number;
  readonly mostFiles: number;
}

/** The ports that forges have for https and ssh. */
const PORTS = new Set([22, 443, 2222, 8443]);

/** Public servers only. */
export const STRICT_GIT: GitPolicy = {
  servers: { ...STRICT, ports: PORTS },
  wholeMs: 600_000,
  slowSeconds: 30,
  mostBytes: 4_000_000_000,
  mostFileBytes: 50_000_000,
  mostFiles: 200_000,
};

/** Public servers, and those that the environment names. */
export function ownGitPolicy(): GitPolicy {
  return { ...STRICT_GIT, servers: { ...ownPolicy(), ports: PORTS } };
}

/** The same for a repository that a series is kept in: it may grow for many years. */
export function mirrorGitPolicy(): GitPolicy {
  return { ...ownGitPolicy(), mostBytes: 50_000_000_000 };
}
