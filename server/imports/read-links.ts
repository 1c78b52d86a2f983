import { addresses } from '#lib/addresses.ts';
import { noteName, ownNames, pathHere, uploadHosts, type OldNames } from '#lib/imports/deck-links.ts';
import { importOptionsSchema, type ImportOptions } from '#lib/imports/import-run.ts';
import type { ImportRow } from '#lib/imports/import-plan.ts';
import { database } from '#server/database/client.ts';
import type { ImportRun } from '#prisma/client/client.ts';

import { stagedTexts, writeColumn, type StagedText } from './staged-rows.ts';

/** Counts for every text the links to others that are among the files: where they lead is settled when it is decided what each becomes. */
export async function readLinks(run: ImportRun): Promise<void> {
  const names = await oldNames(run, ({ row }) => (row === null || row.date === null ? null : `/${row.date}`));
  for await (const part of stagedTexts(run.id)) {
    const rows: [number, ImportRow][] = [];
    for (const { position, name, row } of part) {
      const links = row?.linked.filter((address) => pathHere(address, name, names) !== null).length ?? 0;
      if (row !== null && links !== row.links) rows.push([position, { ...row, links }]);
    }
    await writeColumn(run.id, 'row', rows);
  }
}

/** What old names and addresses lead to: those of the files (`pathOf`), those that were said, and those that the series knows already. */
export async function oldNames(run: ImportRun, pathOf: (text: StagedText) => string | null): Promise<NamesHere> {
  const options = importOptionsSchema.parse(run.options);
  const found: Found = {
    notes: new Map(await knownNotes(run.seriesId)),
    files: new Map(),
    hosts: new Set(options.oldServer === null ? [] : [new URL(options.oldServer).host]),
    byDay: new Map(),
  };
  for await (const part of stagedTexts(run.id)) for (const text of part) take(found, text, pathOf(text));
  const given = addAliases(options, found);
  const { notes, files, hosts } = found;
  return {
    notes,
    files,
    hosts,
    namesOf: (text) => [...new Set([...namesOf(text), ...(given.get(pathOf(text) ?? '') ?? [])])],
  };
}

function take({ notes, files, hosts, byDay }: Found, text: StagedText, path: string | null): void {
  for (const host of uploadHosts(text.row?.pictures.addresses ?? [])) hosts.add(host);
  if (path === null) return;
  files.set(text.name, path);
  for (const name of namesOf(text)) if (!notes.has(name)) notes.set(name, path);
  const date = dateOf(text);
  if (date !== null && !byDay.has(date)) byDay.set(date, path);
}

function dateOf({ decision, row }: StagedText): string | null {
  return decision?.date ?? row?.date ?? null;
}

/** What old names lead to, and which names a text had. */
export interface NamesHere extends OldNames {
  readonly namesOf: (text: StagedText) => readonly string[];
}

/** The names that a note had, as its file told them when it was read. */
function namesOf({ name, row }: Pick<StagedText, 'name' | 'row'>): readonly string[] {
  return row?.names ?? ownNames(name, '');
}

interface Found {
  readonly notes: Map<string, string>;
  readonly files: Map<string, string>;
  readonly hosts: Set<string>;
  /** Date → path. */
  readonly byDay: Map<string, string>;
}

/** Takes in the names that somebody gave; gives them by the path they lead to. */
function addAliases(
  { aliases }: ImportOptions,
  { notes, files, hosts, byDay }: Found,
): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, string[]>();
  for (const [old, to] of Object.entries(aliases)) {
    if (/^https?:\/\//i.test(old) && URL.canParse(old)) hosts.add(new URL(old).host);
    const [name, path] = [noteName(old), files.get(to) ?? byDay.get(to)];
    if (name === null || path === undefined) continue;
    notes.set(name, path);
    given.set(path, [...(given.get(path) ?? []), name]);
  }
  return given;
}

/** Names that earlier imports of the series have left. */
async function knownNotes(seriesId: string | null): Promise<readonly (readonly [string, string])[]> {
  if (seriesId === null) return [];
  const known = await database().oldAddress.findMany({
    where: { seriesId, kind: 'note', call: { deletedAt: null } },
    select: { name: true, call: { select: { address: true, series: { select: { slug: true } } } } },
  });
  return known.flatMap(({ name, call }) =>
    call === null ? [] : [[name, addresses.call(call.series.slug, call.address)] as const],
  );
}
