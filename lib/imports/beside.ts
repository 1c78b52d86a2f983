import { z } from 'zod';

import { exportedCallSchema } from '#lib/export/export-json.ts';

import type { ImportRow } from './import-plan.ts';
import { fileOfReference, normalPath, type PictureIndex } from './picture-references.ts';

/** Largest JSON beside a text that is read, in bytes: it says a text of a million characters a few times. */
export const MAX_BESIDE_BYTES = 10_000_000;

/** As Plenum calls them: by their day, of other files of that kind nobody knows what they are. */
const BESIDE_NAME = /(?:^|[/-])\d{4}-\d{2}-\d{2}(?:-\d+)?(?:@\d+)?\.json$/;

/** Words that are shown on one line, and that PostgreSQL takes. */
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u)
  .transform((line) => line.toWellFormed());

const assetsSchema = z.object({ assets: exportedCallSchema.shape.editions.element.shape.assets });

/** Of an exported call what an import uses. Anybody can have written it. */
const besideSchema = exportedCallSchema.pick({ format: true, version: true }).extend({
  call: z.object({ title: lineSchema }),
  editions: z.array(assetsSchema),
  deck: assetsSchema.nullable(),
  teams: z
    .array(z.object({ section: lineSchema, title: lineSchema, team: lineSchema }))
    .max(1000)
    .default([]),
});

/** Whether a file may be the JSON beside a text, by its name. */
export function isBesideName(name: string): boolean {
  return BESIDE_NAME.test(name);
}

/** What the JSON beside a text is called. */
export function besideNameOf(file: string): string {
  return file.replace(/\.[^./]*$/, '.json');
}

/**
 * The row of a text with what the JSON beside it knows: its title, which files are pictures of other servers, whose its sections are. One that
 * cannot be understood is a remark. It names only addresses that the text names, and files of the import in the text's own folder.
 */
export function withBeside(row: ImportRow, json: Uint8Array, index: PictureIndex): ImportRow {
  const parsed = besideSchema.safeParse(parseJson(json));
  if (!parsed.success) return { ...row, problems: [...row.problems, { code: 'beside', file: besideNameOf(row.file) }] };
  const { call, editions, deck, teams } = parsed.data;
  const folder = row.file.slice(0, row.file.lastIndexOf('/') + 1);
  const known = new Map((editions[0] ?? deck)?.assets.map(({ address, file }) => [address, file]));
  const pictures = row.pictures.foreign.flatMap((address) => {
    const file = known.get(address) ?? null;
    if (file === null || file.split('/').includes('..')) return [];
    const path = normalPath(folder + file);
    return index.paths.has(path) ? [{ address, file: path }] : [];
  });
  const brought = new Set(pictures.map(({ address }) => address));
  const foreign = row.pictures.foreign.filter((address) => !brought.has(address));
  return {
    ...row,
    title: call.title,
    pictures: { ...row.pictures, found: row.pictures.found + brought.size, foreign },
    beside: { pictures, teams },
  };
}

/** The file of an import that a picture of a text is; null when none was brought. */
export function fileOfPicture(
  address: string,
  { file, beside }: Pick<ImportRow, 'file' | 'beside'>,
  index: PictureIndex,
): string | null {
  const known = beside?.pictures.find((picture) => picture.address === address);
  return known?.file ?? fileOfReference(address, file, index);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
