import { readFile } from 'node:fs/promises';
import { z } from 'zod';

import { audienceSchema } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import { isTimeZone } from '#lib/dates/time-zone.ts';
import { decideAll } from '#lib/imports/decide.ts';
import { readAliasMap } from '#lib/imports/alias-map.ts';
import { importOptionsSchema, type ImportOptions as RunOptions } from '#lib/imports/import-run.ts';
import type { ImportDecision, ImportedItem, ImportPlan, ImportReport } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesFormSchema, type SeriesForm } from '#lib/series/series-form.ts';
import { database } from '#server/database/client.ts';
import { decideRun } from '#server/imports/decide-run.ts';
import { oldAddressMap } from '#server/imports/old-address-map.ts';
import { writeRunRow } from '#server/imports/open-run.ts';
import { planOfRun } from '#server/imports/read-run.ts';
import { stagePaths } from '#server/imports/stage-paths.ts';
import { workReading, workWriting } from '#server/imports/work-run.ts';
import type { ImportRun, Series } from '#prisma/client/client.ts';

const USAGE =
  'Say what to bring and where: import PATH… --series NAME --as auto|record|planned [--read members|link|public] [--repair] ' +
  '[--git] [--fetch] [--old-server ADDRESS] [--alias-map FILE] [--dry-run].';

const optionsSchema = z.object({
  paths: z.array(z.string().min(1)).min(1),
  series: z.string().trim().min(1).max(120),
  as: z.enum(['auto', 'record', 'planned']),
  read: audienceSchema.optional(),
  repair: z.boolean().default(false),
  git: z.boolean().default(false),
  fetch: z.boolean().default(false),
  oldServer: z.string().optional(),
  aliasMap: z.string().optional(),
});

/** What `plenum import` was given: names as on the command line, values unchecked. */
export interface ImportOptions {
  readonly paths: readonly string[];
  readonly series?: string | undefined;
  readonly as?: string | undefined;
  readonly read?: string | undefined;
  readonly repair?: boolean | undefined;
  /** Whether paths are git repositories. */
  readonly git?: boolean | undefined;
  readonly fetch?: boolean | undefined;
  readonly oldServer?: string | undefined;
  /** A JSON or CSV file of old names and what they lead to. */
  readonly aliasMap?: string | undefined;
}

/**
 * Brings files, folders, archives and repositories into a series, found by address or name or made; the first admin is host of a new one.
 */
export async function importFromShell(given: ImportOptions): Promise<ImportReport> {
  const { run, decisions } = await readFromShell(given);
  try {
    await decideRun(run, decisions);
  } catch (error) {
    await database().importRun.delete({ where: { id: run.id } });
    throw error;
  }
  return workWriting(run.id);
}

/** What an import would bring, line by line, and nothing else. */
export async function planFromShell(given: ImportOptions): Promise<readonly string[]> {
  const { run, decisions, plan } = await readFromShell(given);
  await database().importRun.delete({ where: { id: run.id } });
  return planLines(plan, decisions);
}

interface ReadFromShell {
  readonly run: ImportRun;
  readonly plan: ImportPlan;
  readonly decisions: readonly ImportDecision[];
}

async function readFromShell(given: ImportOptions): Promise<ReadFromShell> {
  const parsed = optionsSchema.safeParse(given);
  if (!parsed.success) throw new Refusal('invalid', USAGE);
  const { paths, series: name, as: way, read: audience, repair, git } = parsed.data;
  const known = await seriesNamed(name);
  const target = known === null ? { form: formOf(name, audience) } : { series: known.slug };
  const options = await runOptions(parsed.data);
  const run = await writeRunRow({ source: { type: 'files' }, target, options }, known, await firstAdmin());
  try {
    await stagePaths(run.id, paths, git);
    await workReading(run.id);
    const plan = await planOfRun(run.id);
    return { run, plan, decisions: decideAll(plan, way, repair) };
  } catch (error) {
    await database().importRun.delete({ where: { id: run.id } });
    throw error;
  }
}

async function runOptions({ fetch, oldServer, aliasMap }: z.infer<typeof optionsSchema>): Promise<RunOptions> {
  const aliases = aliasMap === undefined ? {} : readAliasMap(await readText(aliasMap));
  const options = importOptionsSchema.safeParse({ fetch, oldServer: oldServer ?? null, aliases });
  if (!options.success) throw new Refusal('invalid', messages.bring.oldServerWrong);
  return options.data;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refusal('not-found', `There is no file ${file} that can be read.`);
  }
}

/** What a plan says, line by line. */
function planLines({ rows, pictures, ignored }: ImportPlan, decisions: readonly ImportDecision[]): readonly string[] {
  const { importProblems: words } = messages;
  const kinds = new Map(decisions.map(({ file, kind }) => [file, kind]));
  return [
    ...rows.map(
      ({ file, date, slides, imported }) =>
        `  ${(imported === null ? (kinds.get(file) ?? 'unsure') : 'unchanged').padEnd(9)} ${date ?? '          '} ${String(slides).padStart(3)} slides  ${file}`,
    ),
    ...rows.flatMap((row) => [
      ...(row.links > 0 ? [`  links     ${row.file}: ${messages.bring.links(row.links)}`] : []),
      ...offersOf(row).map((offer) => `  offer     ${row.file}: ${offer}`),
      ...row.problems.map((problem) => `  note      ${row.file}: ${words.sentence(problem)}`),
      ...row.pictures.missing.map((address) => `  missing   ${address} (${row.file})`),
      ...row.pictures.foreign.map((address) => `  elsewhere ${address} (${row.file})`),
    ]),
    ...ignored.map(({ file, problem }) => `  ignored   ${file}: ${words.sentence(problem)}`),
    ...pictures.unused.map((file) => `  unused    ${file}`),
    'Nothing was written.',
  ];
}

/** The report of an import, line by line. */
export function reportLines({ series, items, pictures, ignored }: ImportReport): readonly string[] {
  const { importProblems: words } = messages;
  const notes = items.flatMap((item) => [
    ...item.repairs.map((repair) => `  repaired  ${item.file}: ${words.repair(repair)}`),
    ...offersOf(item).map((offer) => `  offer     ${item.file}: ${offer} --repair mends it.`),
    ...item.problems.map((problem) => `  note      ${item.file}: ${words.sentence(problem)}`),
  ]);
  return [
    `${series.name} (${series.address})${series.created ? ', a new series' : ''}`,
    ...items.map((item) => itemLine(item)),
    ...notes,
    ...ignored.map(({ file, problem }) => `  ignored   ${file}: ${words.sentence(problem)}`),
    ...pictures.unused.map((file) => `  unused    ${file}`),
    ...pictures.missing.map(({ address, files }) => `  missing   ${address} (${files.join(', ')})`),
    ...pictures.foreign.map(({ address, files }) => `  elsewhere ${address} (${files.join(', ')})`),
    `${count(items, 'unchanged')} unchanged, ${items.length - count(items, 'unchanged') - count(items, 'left-out') - count(items, 'refused')} came in, ` +
      `${count(items, 'left-out')} left out, ${count(items, 'refused')} refused; ${pictures.kept} pictures kept, ${pictures.missing.length} missing`,
  ];
}

function offersOf({ mojibake }: Pick<ImportedItem, 'mojibake'>): readonly string[] {
  return mojibake === null ? [] : [messages.importProblems.mojibake(mojibake.count, mojibake.before, mojibake.after)];
}

function itemLine({ outcome, date, slides, file, address }: ImportedItem): string {
  return `  ${outcome.padEnd(9)} ${date ?? '          '} ${String(slides).padStart(3)} slides  ${file}${address === null ? '' : ` → ${address}`}`;
}

function count(items: readonly ImportedItem[], outcome: ImportedItem['outcome']): number {
  return items.filter((item) => item.outcome === outcome).length;
}

async function seriesNamed(name: string): Promise<Series | null> {
  const at = await database().series.findUnique({ where: { slug: name } });
  if (at !== null && at.deletedAt !== null)
    throw new Refusal('conflict', `The series ${name} is in the bin: its hosts can bring it back.`);
  return at ?? database().series.findFirst({ where: { name, deletedAt: null }, orderBy: { createdAt: 'asc' } });
}

async function firstAdmin(): Promise<string | null> {
  const person = await database().person.findFirst({
    where: { admin: true, disabledAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return person?.id ?? null;
}

function formOf(name: string, audience: z.infer<typeof audienceSchema> | undefined): SeriesForm {
  const read = audience === undefined ? {} : { readDecks: audience, readLive: audience, readRecords: audience };
  // A machine without a zone, or with a TZ that is a path, says `Etc/Unknown` or nothing.
  const timeZone = z.string().refine(isTimeZone).catch('UTC').parse(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return seriesFormSchema.parse({ name, timeZone, ...read });
}

/** The old addresses of a series as configuration of a proxy; `origin` is where this Plenum is reached. */
export async function oldAddressesFromShell(
  given: { readonly series?: string | undefined; readonly for?: string | undefined },
  origin: string,
): Promise<string> {
  const series = given.series === undefined ? null : await seriesNamed(given.series);
  const proxy = z.enum(['nginx', 'caddy']).safeParse(given.for);
  if (series === null || !proxy.success)
    throw new Refusal('invalid', 'Say which series and for what: old-addresses --series NAME --for nginx|caddy.');
  return oldAddressMap(series.id, proxy.data, origin);
}
