import { RESUME_WINDOW } from '#lib/calls/resume-window.ts';
import { beginClosing } from '#server/closing/begin-closing.ts';
import { writeRecord } from '#server/closing/write-record.ts';
import type { Transaction } from '#server/database/client.ts';
import type { Call } from '#prisma/client/client.ts';

export interface Freeze {
  readonly call: Call;
  readonly deckId: string;
  readonly personId: string | null;
  /** When the call ended. */
  readonly at: Date;
}

/**
 * Ends a call and writes its record in one, in the caller's transaction, which holds the call's row: for a call whose pictures are all
 * here. Gives the edition's id and when it is to be sealed.
 */
export async function freezeCall(
  tx: Transaction,
  freeze: Freeze,
): Promise<{ readonly editionId: string; readonly sealsAt: Date }> {
  const sealsAt = new Date(freeze.at.getTime() + RESUME_WINDOW);
  await beginClosing(tx, freeze);
  const editionId = await writeRecord(tx, { ...freeze, endedAt: freeze.at, sealsAt });
  return { editionId, sealsAt };
}
