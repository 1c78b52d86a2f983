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

/** More are "many". */
const MOST_AUTHORS = 50;

/** Keeps a deck's text as it is at a log number, with the reason, and who wrote since the revision before. */
export async function keepRevision(
  tx: Transaction,
  { deckId, seq, text, reason, personId, name = null }: KeptText,
): Promise<void> {
  const moment = BigInt(seq);
  const before = await tx.revision.findFirst({
    where: { deckId, seq: { lt: moment } },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  });
  const authors = await tx.deckUpdate.findMany({
    where: { deckId, seq: { gt: before?.seq ?? 0n, lte: moment }, personId: { not: null } },
    distinct: ['personId'],
    select: { personId: true },
    take: MOST_AUTHORS,
  });
  await tx.revision.create({
    data: {
      deckId,
      seq: moment,
      reason,
      text: new TextEncoder().encode(text),
      personId,
      name,
      authors: authors.flatMap((author) => author.personId ?? []),
    },
  });
}
