import { createHash } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { Refusal } from '#lib/errors.ts';
import { databasePool } from '#server/database/client.ts';
import { LIMITS, type LimitName } from './limits.ts';

const TABLE = 'rate_limit';

/** The pool as the library asks for it, without names of statements: a pooler in between would forget them. */
const POOL = {
  query: ({ text, values }: { readonly text: string; readonly values?: readonly unknown[] }) =>
    databasePool().query(text, values === undefined ? [] : [...values]),
};

const counters = new Map<LimitName, RateLimiterAbstract>();

function counterOf(name: LimitName): RateLimiterAbstract {
  const known = counters.get(name);
  if (known !== undefined) return known;
  const { points, seconds } = LIMITS[name];
  const counter = new RateLimiterPostgres({
    storeClient: POOL,
    storeType: 'client',
    tableName: TABLE,
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // Whoever is over it is refused without another look at the database.
    inMemoryBlockOnConsumed: points + 1,
    // While the database is away this process counts by itself.
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    clearExpiredByTimeout: false,
  });
  counters.set(name, counter);
  return counter;
}

/** Counters are kept by a hash: a table of who tried to sign in when is nobody's business. */
function keyOf(key: string): string {
  return createHash('sha256').update(key.toLowerCase()).digest('base64url');
}

function wait(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  return minutes <= 1 ? 'Wait a minute and try again.' : `Wait ${minutes} minutes and try again.`;
}

/** Counts one more time for this key; refuses with `too-many` and a sentence that says how long to wait. All processes count together. */
export async function limit(name: LimitName, key: string): Promise<void> {
  try {
    await counterOf(name).consume(keyOf(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('too-many', `${LIMITS[name].sentence} ${wait(error.msBeforeNext)}`);
  }
}

/** Counts from nothing again for this key, because whoever tried was right in the end. */
export async function forgive(name: LimitName, key: string): Promise<void> {
  await counterOf(name).delete(keyOf(key));
}

/** Takes back one time that need not have been counted. */
export async function takeBack(name: LimitName, key: string): Promise<void> {
  await counterOf(name).reward(keyOf(key), 1);
}

/** Deletes the counters whose time is over; gives how many. */
export async function sweepLimits(): Promise<number> {
  const { rowCount } = await databasePool().query(`DELETE FROM ${TABLE} WHERE expire < $1`, [Date.now()]);
  return rowCount ?? 0;
}
