import type { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit, type AuditedAct } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import type { Team } from '#prisma/client/client.ts';

/** The teams of one series while one host changes them: nobody else does until the transaction ends. */
export interface TeamsChange {
  readonly tx: Transaction;
  readonly seriesId: string;
  /** Writes the act's line in the log. */
  readonly note: (act: string, details: NonNullable<AuditedAct['details']>) => Promise<void>;
}

/** The one door to the teams of a series, for its hosts: all of the work or nothing, one host at a time; open pages hear of it. */
export async function changeTeams<T>(
  visitor: Visitor,
  slug: string,
  work: (change: TeamsChange) => Promise<T>,
): Promise<T> {
  const { series, asker } = await findSeries(visitor, slug, 'team.manage');
  const result = await database().$transaction(async (tx) => {
    // Not the whole lock: rows that only point at the series are written meanwhile.
    await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${series.id}::uuid FOR NO KEY UPDATE`;
    const { personId } = asker;
    return work({
      tx,
      seriesId: series.id,
      note: (act, details) => audit(tx, { act, personId, seriesId: series.id, details }),
    });
  });
  bus().publish('order.changed', { seriesId: series.id, deckId: null });
  return result;
}

const sentences: Readonly<Record<string, string>> = messages.teams.problems;

/** What a form says, or a refusal in words. Actions say the same by field before they come here. */
export function parsedForm<S extends z.ZodType>(schema: S, form: unknown): z.infer<S> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', sentences[parsed.error.issues[0]?.message ?? ''] ?? messages.teams.problems.other);
}

/** A team of this series. */
export async function teamOf({ tx, seriesId }: TeamsChange, teamId: string): Promise<Team> {
  const team = await tx.team.findFirst({ where: { id: teamId, seriesId } });
  if (team === null)
    throw new Refusal('not-found', 'This team is no longer there: somebody merged or removed it. Reload the page.');
  return team;
}
