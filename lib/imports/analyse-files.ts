import { isBesideName } from './beside.ts';
import type { ImportProblem, ImportRow } from './import-plan.ts';
import { repairMojibake } from './mojibake.ts';
import { isPictureName } from './picture-references.ts';

const TEXT_NAME = /\.(?:md|markdown|txt)$/i;

/** Whether a file is a text that can become a deck, by its name. Hidden files are none. */
export function isTextName(name: string): boolean {
  return TEXT_NAME.test(name) && !isHidden(name);
}

/** Whether a file is passed over without a word: hidden ones, and what systems and repositories leave behind. */
export function isHidden(name: string): boolean {
  return /(?:^|\/)(?:\.(?!\.?(?:\/|$))|__MACOSX\/|node_modules\/)/.test(name);
}

/** What a file can be by its name: a text, what a Plenum wrote beside one, a picture, or none of these. */
export function kindOfFile(name: string): 'text' | 'beside' | 'picture' | 'other' {
  if (isTextName(name)) return 'text';
  if (isHidden(name)) return 'other';
  if (isBesideName(name)) return 'beside';
  return isPictureName(name) ? 'picture' : 'other';
}

/** A text beside others: its row, and hashes of its text as it is and as `foldText` folds it; null when it cannot be read. */
export interface TextBeside {
  readonly row: ImportRow;
  readonly text: string | null;
  readonly folded: string | null;
}

/** Notes what only shows when files stand side by side: two of one day, the same text twice, a second template. Remembers no texts. */
export class SideBySide {
  readonly #byDate = new Map<string, string>();
  readonly #byText = new Map<string, string>();
  readonly #byFolded = new Map<string, string>();
  readonly #templates = new Map<string, string>();

  /** The row with what the files before it have to do with it. */
  next({ row, text, folded }: TextBeside): ImportRow {
    const twin = firstWith(this.#byText, text, row.file);
    const like = firstWith(this.#byFolded, folded, row.file);
    const sameDay = firstWith(this.#byDate, row.date, row.file);
    const other = firstWith(this.#templates, row.kind === 'template' ? row.kind : null, row.file);
    const problems: ImportProblem[] = [];
    if (twin !== null) problems.push({ code: 'same-bytes', file: twin });
    else if (like !== null) problems.push({ code: 'same-text', file: like });
    else if (sameDay !== null) problems.push({ code: 'same-date', file: sameDay });
    if (other !== null) problems.push({ code: 'second-template', file: other });
    return problems.length === 0 ? row : withProblems(row, problems);
  }
}

/** A text without what differs when it was saved by another program. */
export function foldText(text: string): string {
  return repairMojibake(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** The file that had this before, or null for the first one, which is remembered. */
function firstWith(seen: Map<string, string>, what: string | null, file: string): string | null {
  if (what === null) return null;
  const first = seen.get(what);
  if (first === undefined) seen.set(what, file);
  return first ?? null;
}

const LEFT_OUT = new Set<ImportProblem['code']>(['same-bytes', 'same-text', 'second-template']);

function withProblems(row: ImportRow, problems: readonly ImportProblem[]): ImportRow {
  const leaveOut = problems.some((problem) => LEFT_OUT.has(problem.code));
  return { ...row, kind: leaveOut ? 'unsure' : row.kind, problems: [...row.problems, ...problems] };
}
