import { analyseText } from './analyse-text.ts';
import type { AnalysedText } from './analyse-text.ts';
import { MAX_PICTURE_BYTES } from './import-plan.ts';
import type { ImportFile, ImportPlan, ImportProblem, ImportRow } from './import-plan.ts';
import { fileOfReference, indexPictures, isPictureName } from './picture-references.ts';
import type { PictureIndex } from './picture-references.ts';

const TEXT_NAME = /\.(?:md|markdown|txt)$/i;

/** Everything that was brought, sorted out. */
export interface Analysis {
  readonly texts: readonly AnalysedText[];
  readonly pictures: ReadonlyMap<string, ImportFile>;
  readonly index: PictureIndex;
  readonly unused: readonly string[];
  readonly ignored: ImportPlan['ignored'];
}

/** Whether a file is a text that can become a deck, by its name. Hidden files are none. */
export function isTextName(name: string): boolean {
  return TEXT_NAME.test(name) && !isHidden(name);
}

/** Reads all files together: texts in the order of their names, the pictures they show, and what fits nowhere. `today` is a day in the series' zone. */
export function analyseFiles(files: readonly ImportFile[], today: string): Analysis {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const usable = sorted.filter(
    (file) => isPictureName(file.name) && !isHidden(file.name) && file.bytes.length <= MAX_PICTURE_BYTES,
  );
  const index = indexPictures(usable.map((file) => file.name));
  const texts = withConflicts(
    sorted.filter((file) => isTextName(file.name)).map((file) => analyseText(file, index, today)),
  );
  return {
    texts,
    pictures: new Map(usable.map((file) => [file.name, file])),
    index,
    unused: unusedPictures(texts, index),
    ignored: sorted.flatMap((file) => ignoredFile(file)),
  };
}

/** The table to show before anything is written. */
export function planOf(analysis: Analysis): ImportPlan {
  return {
    rows: analysis.texts.map((text) => text.row),
    pictures: { files: analysis.pictures.size, unused: analysis.unused },
    ignored: analysis.ignored,
  };
}

function isHidden(name: string): boolean {
  return /(?:^|\/)(?:\.|__MACOSX\/)/.test(name);
}

function ignoredFile(file: ImportFile): readonly { file: string; problem: ImportProblem }[] {
  if (isHidden(file.name) || isTextName(file.name)) return [];
  if (!isPictureName(file.name)) return [{ file: file.name, problem: { code: 'unknown-type' } }];
  if (file.bytes.length <= MAX_PICTURE_BYTES) return [];
  return [{ file: file.name, problem: { code: 'too-large', bytes: file.bytes.length, limit: MAX_PICTURE_BYTES } }];
}

function unusedPictures(texts: readonly AnalysedText[], index: PictureIndex): readonly string[] {
  const used = new Set<string | null>();
  for (const { row, file } of texts)
    for (const address of row.pictures.addresses) used.add(fileOfReference(address, file, index));
  return [...index.paths].filter((path) => !used.has(path));
}

/** Notes what only shows when files stand side by side: two of one day, the same text twice, a second template. */
function withConflicts(texts: readonly AnalysedText[]): readonly AnalysedText[] {
  const byDate = new Map<string, string>();
  const byText = new Map<string, string>();
  const templates = new Map<string, string>();
  return texts.map((text) => {
    const { date, kind } = text.row;
    const twin = firstWith(byText, text.text, text.file);
    const sameDay = firstWith(byDate, date, text.file);
    const other = firstWith(templates, kind === 'template' ? kind : null, text.file);
    const problems: ImportProblem[] = [];
    if (twin !== null) problems.push({ code: 'same-bytes', file: twin });
    else if (sameDay !== null) problems.push({ code: 'same-date', file: sameDay });
    if (other !== null) problems.push({ code: 'second-template', file: other });
    return problems.length === 0 ? text : { ...text, row: withProblems(text.row, problems) };
  });
}

/** The file that had this before, or null for the first one, which is remembered. */
function firstWith(seen: Map<string, string>, what: string | null, file: string): string | null {
  if (what === null) return null;
  const first = seen.get(what);
  if (first === undefined) seen.set(what, file);
  return first ?? null;
}

function withProblems(row: ImportRow, problems: readonly ImportProblem[]): ImportRow {
  const leaveOut = problems.some((problem) => problem.code === 'same-bytes' || problem.code === 'second-template');
  return { ...row, kind: leaveOut ? 'unsure' : row.kind, problems: [...row.problems, ...problems] };
}
