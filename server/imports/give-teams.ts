import type { ImportProblem, ImportRow } from '#lib/imports/import-plan.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { indexRecord } from '#server/archive/index-record.ts';
import type { Transaction } from '#server/database/client.ts';

/** A text that has come in, and the call whose record it is. */
export interface BroughtRecord {
  readonly row: ImportRow;
  readonly callId: string;
}

/**
 * Gives sections of records the teams that the JSON beside their texts names, where the series has a team of that name: no team is made, and
 * nobody gets into one. Gives for each call the names that are no team's here.
 */
export async function giveTeams(
  tx: Transaction,
  seriesId: string,
  brought: readonly BroughtRecord[],
): Promise<ReadonlyMap<string, readonly ImportProblem[]>> {
  const named = brought.filter(({ row }) => (row.beside?.teams.length ?? 0) > 0);
  if (named.length === 0) return new Map();
  const teams = await tx.team.findMany({ where: { seriesId }, select: { id: true, name: true } });
  const byName = new Map(teams.map(({ id, name }) => [foldHeading(name), id]));
  const problems = new Map<string, readonly ImportProblem[]>();
  for (const record of named) problems.set(record.callId, await giveTo(tx, record, byName));
  return problems;
}

async function giveTo(
  tx: Transaction,
  { row, callId }: BroughtRecord,
  byName: ReadonlyMap<string, string>,
): Promise<readonly ImportProblem[]> {
  const missing = new Set<string>();
  const sections = await tx.recordSection.findMany({ where: { record: { callId } } });
  let given = false;
  for (const { section, title, team } of row.beside?.teams ?? []) {
    const teamId = byName.get(foldHeading(team));
    if (teamId === undefined) missing.add(team);
    const found = sections.find((each) => each.key === section && each.title === title);
    if (teamId === undefined || found === undefined) continue;
    const { recordId, position } = found;
    await tx.recordSection.update({ where: { recordId_position: { recordId, position } }, data: { teamId } });
    given = true;
  }
  // Search has its teams.
  const [first] = sections;
  if (given && first !== undefined) await indexRecord(tx, first.recordId);
  return Array.from(missing, (team) => ({ code: 'no-team', team }));
}
