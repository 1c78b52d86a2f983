import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '#prisma/client/client.ts';
import { Refusal } from '#lib/errors.ts';

/** What a function needs that works inside somebody else's transaction. */
export type Transaction = Prisma.TransactionClient;

let client: PrismaClient | undefined;

/** The database of this process, connected at first use. `DATABASE_URL` is set by then: by you, or by the embedded server's start. */
export function database(): PrismaClient {
  if (client === undefined) {
    const url = process.env['DATABASE_URL'];
    if (url === undefined || url === '') throw new Refusal('unavailable', 'No database is open yet.');
    const adapter = new PrismaPg({
      connectionString: url,
      max: 20,
      connectionTimeoutMillis: 10_000,
      // A database that hangs, or a network that swallows, fails in the end like one that is away: the connection is given up.
      query_timeout: 30_000,
      keepAlive: true,
      application_name: 'plenum',
    });
    // On a busy machine a transaction may wait; the library's own five seconds would refuse it.
    client = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
  }
  return client;
}

/** Closes this process's connections. */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
