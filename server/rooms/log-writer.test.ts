import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDeck, testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { database } from '#server/database/client.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { LogWriter } from './log-writer.ts';

let postgres: TestDatabase;
beforeAll(async () => {
  postgres = await testDatabase();
});
afterAll(() => postgres.close());

describe('the log writer', () => {
  it('lets no deck wait for another one that is held elsewhere, also when that one came first', async () => {
    const [held, free] = [await newDeck(), await newDeck()];
    const writer = new LogWriter(new PostgresStore(database));
    const append = (deckId: string) =>
      writer.append({ deckId, epoch: 1, rows: [{ data: new Uint8Array([0, 0]), personId: null }] });
    const order: string[] = [];
    await postgres.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM deck WHERE id = ${held} FOR UPDATE`;
      const waiting = append(held).then(() => order.push('held'));
      // Only now the statement of the held deck is on its way.
      await expect
        .poll(() => postgres.prisma.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)
        .toHaveLength(1);
      expect(await append(free)).toEqual({ type: 'appended', fromSeq: 1, toSeq: 1 });
      order.push('free');
      void waiting;
    });
    await expect.poll(() => order).toEqual(['free', 'held']);
  });
});
