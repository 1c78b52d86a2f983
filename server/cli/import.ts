import { z } from 'zod';

import { audienceSchema } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import { isTimeZone } from '#lib/dates/time-zone.ts';
import { decideAll } from '#lib/imports/decide.ts';
import type { ImportedItem, ImportReport } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { database } from '#server/database/client.ts';
import { collectFiles } from '#server/imports/collect-files.ts';
import { readImport } from '#server/imports/read-plan.ts';
import { requireSomething } from '#server/imports/require-something.ts';
import { newSeries } from '#server/imports/run-import.ts';
import { writeFiles } from '#server/imports/write-files.ts';
import type { Series } from '#prisma/client/client.ts';

const USAGE =
  'Say what to bring and where: import PATH… --series NAME --as auto|record|planned [--read members|link|public] [--repair].';

const optionsSchema = z.object({
  paths: z.array(z.string().min(1)).min(1),
  series: z.string().trim().min(1).max(120),
  as: z.enum(['auto', 'record', 'planned']),
  read: audienceSchema.optional(),
  repair: z.boolean().default(false),
});

/** What `plenum import` was given: names as on the command line, values unchecked. */
export interface ImportOptions {
  readonly paths: readonly string[];
  readonly series?: string | undefined;
  readonly as?: string | undefined;
  readonly read?: string | undefined;
  readonly repair?: boolean | undefined;
}

/** Brings files and folders into a series, found by address or name or made; the first admin is host of a new one. */
export async function importFromShell(given: ImportOptions): Promise<ImportReport> {
  const parsed = optionsSchema.safeParse(given);
  if (!parsed.success) throw new Refusal('invalid', USAGE);
  const { paths, series: name, as: way, read: audience, repair } = parsed.data;
  const known = await seriesNamed(name);
  const read = await readImport(await collectFiles(paths), known);
  const decisions = decideAll(read.plan, way, repair);
  requireSomething(read, decisions);
  const personId = await firstAdmin();
  const series = known ?? (await makeSeries(name, audience, personId));
  return writeFiles({ read, decisions, series, personId, created: known === null });
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

function offersOf({ mojibake }: ImportedItem): readonly string[] {
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

async function makeSeries(
  name: string,
  audience: z.infer<typeof audienceSchema> | undefined,
  personId: string | null,
): Promise<Series> {
  const read = audience === undefined ? {} : { readDecks: audience, readLive: audience, readRecords: audience };
  // A machine without a zone, or with a TZ that is a path, says `Etc/Unknown` or nothing.
  const timeZone = z.string().refine(isTimeZone).catch('UTC').parse(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return newSeries(seriesFormSchema.parse({ name, timeZone, ...read }), personId);
}
