import type { ImportProblem } from './import-plan.ts';

/** Longest name that a file may have, in characters, folders included. */
const MOST_LETTERS = 400;
/** Control characters, and those that turn the order of letters around: a name must read as it is. */
const UNSEEN = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * The name of a file that somebody brought, fit to be shown and looked up: `/` between folders, nothing unseen in it, letters
 * and their marks as one, which a Mac writes as two and texts do not. `problem` says why a file of that name is left out. No name is ever used as a path on our disks.
 */
export function cleanFileName(written: string): { readonly name: string; readonly problem: ImportProblem | null } {
  const plain = written.replaceAll('\\', '/').toWellFormed().normalize('NFC').replaceAll(UNSEEN, '\uFFFD');
  const parts = plain.split('/');
  if (plain.startsWith('/') || /^[a-z]:/i.test(plain) || parts.includes('..'))
    return { name: shortened(plain), problem: { code: 'outside' } };
  const name = parts.filter((part) => part !== '' && part !== '.').join('/');
  if (name.length > MOST_LETTERS) return { name: shortened(name), problem: { code: 'long-name' } };
  return { name, problem: null };
}

function shortened(name: string): string {
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).toWellFormed()}…` : name;
}
