import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient, type Prisma } from '#prisma/client/client.ts';
import { Refusal } from '#lib/errors.ts';
import { log } from '#server/log.ts';

/** What a function needs that works inside somebody else's transaction. */
export type Transaction = Prisma.TransactionClient;

let pool: pg.Pool | undefined;
let client: PrismaClient | undefined;

/** The connections of this process, opened at first use. `DATABASE_URL` is set by then: by you, or by the embedded server's start. */
export function databasePool(): pg.Pool {
  if (pool === undefined) {
    const url = process.env['DATABASE_URL'];
    if (url === undefined || url === '') throw new Refusal('unavailable', 'No database is open yet.');
    pool = new pg.Pool({
      connectionString: url,
      max: 20,
      connectionTimeoutMillis: 10_000,
      // A database that hangs, or a network that swallows, fails in the end like one that is away: the connection is given up.
      query_timeout: 30_000,
      keepAlive: true,
      application_name: 'plenum',
    });
    // One that breaks while nobody uses it is replaced; without a listener it would end the process.
    pool.on('error', (error) => log.info('A connection to the database broke.', { error: error.message }));
  }
  return pool;
}

/** The database of this process, over those connections. */
export function database(): PrismaClient {
  // On a busy machine a transaction may wait; the library's own five seconds would refuse it.
  client ??= new PrismaClient({
    adapter: new PrismaPg(databasePool()),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return client;
}

/** Closes this process's connections. */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  await pool?.end();
  client = undefined;
  pool = undefined;
}
