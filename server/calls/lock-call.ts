import { z } from 'zod';

import { nothingHere } from '#server/series/find-series.ts';
import type { Transaction } from '#server/database/client.ts';

const rowsSchema = z.array(z.object({ state: z.enum(['planned', 'live', 'ended']) }));

/** Holds a call's row until the transaction ends, and gives its state: whoever else starts or ends it at this moment waits here. */
export async function lockCall(tx: Transaction, callId: string): Promise<'planned' | 'live' | 'ended'> {
  const [row] = rowsSchema.parse(
    await tx.$queryRaw`SELECT state::text FROM call WHERE id = ${callId}::uuid FOR UPDATE`,
  );
  if (row === undefined) throw nothingHere();
  return row.state;
}
