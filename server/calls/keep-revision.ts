import type { Transaction } from '#server/database/client.ts';
import type { RevisionReason } from '#prisma/client/enums.ts';

export interface KeptText {
  readonly deckId: string;
  readonly seq: number;
  readonly text: string;
  readonly reason: RevisionReason;
  readonly personId: string | null;
  /** What it is called, or what was done is about. */
  readonly name?: string | null;
}

/** Keeps a deck's text as it is at a log number, with the reason. */
export async function keepRevision(
  tx: Transaction,
  { deckId, seq, text, reason, personId, name = null }: KeptText,
): Promise<void> {
  await tx.revision.create({
    data: { deckId, seq: BigInt(seq), reason, text: new TextEncoder().encode(text), personId, name },
  });
}
