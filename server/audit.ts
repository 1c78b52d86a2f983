import type { Transaction } from '#server/database/client.ts';

/** An act on series, calls or access, as it stands in the log for ever. `act` reads `noun.verb`. */
export interface AuditedAct {
  readonly act: string;
  /** Null for the command line and for jobs. */
  readonly personId: string | null;
  readonly seriesId?: string;
  readonly callId?: string;
  readonly deckId?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes the row in the transaction of the act itself, so that neither is without the other. */
export async function audit(tx: Transaction, { details, ...act }: AuditedAct): Promise<void> {
  await tx.auditEntry.create({ data: { ...act, details: { ...details } } });
}
