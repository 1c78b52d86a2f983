import { z } from 'zod';

import { nothingHere } from '#server/series/find-series.ts';
import type { Transaction } from '#server/database/client.ts';

const rowsSchema = z.array(z.object({ state: z.enum(['planned', 'live', 'ended']) }));

/**
 * Holds a call's row until the transaction ends, and gives its state: whoever else starts, ends or deletes it at this moment waits
 * here, and so does who deletes its series. One that went to the bin meanwhile is not found.
 */
export async function lockCall(tx: Transaction, callId: string): Promise<'planned' | 'live' | 'ended'> {
  const [row] = rowsSchema.parse(
    await tx.$queryRaw`
      SELECT call.state::text FROM call JOIN series ON series.id = call.series_id
      WHERE call.id = ${callId}::uuid AND call.deleted_at IS NULL AND series.deleted_at IS NULL
      FOR UPDATE OF call FOR SHARE OF series`,
  );
  if (row === undefined) throw nothingHere();
  return row.state;
}
