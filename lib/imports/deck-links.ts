import { normalPath, withoutCode } from './picture-references.ts';

/**
 * Where a deck's text links to something. Each has the address in a group, and none looks at a letter more than a few times however the
 * text is made.
 */
const PLACES: readonly RegExp[] = [
  /\]\(\s*(?:<([^>\n]+)>|([^\s)]+))/dg,
  /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/dgi,
  /^ {0,3}\[[^\]\n]+\]:\s*(?:<([^>\n]+)>|(\S+))/dgm,
];
/** `<https://pads.example/abc>`: what is seen is the address, so it becomes a link with those words. */
const BARE = /(?<!\]\(\s{0,3}|\]:\s{0,3})<(https?:\/\/[^\s<>]+)>/dgi;

/** What a note had on a HedgeDoc or CodiMD server: `/<alias or id>`, published `/s/<short id>`, as slides `/p/<short id>`. */
const NOTE_PATH = /^\/(?:[sp]\/)?([^/]+)\/?$/;

/** What old addresses lead to here. */
export interface OldNames {
  /** Alias, id or short id of a note, or name of a file without its ending → path here. */
  readonly notes: ReadonlyMap<string, string>;
  /** Path of a file within what was brought → path here. */
  readonly files: ReadonlyMap<string, string>;
  /** `pads.example`: hosts whose notes these were. */
  readonly hosts: ReadonlySet<string>;
}

/** The text with every link to a note that is known leading to its call here, and how many that were. `file` is where relative links begin. */
export function rewriteLinks(
  text: string,
  file: string,
  names: OldNames,
): { readonly text: string; readonly count: number } {
  const outside = withoutCode(text);
  const edits = [
    ...PLACES.flatMap((pattern) => Array.from(outside.matchAll(pattern), (match) => editOf(match, file, names))),
    ...Array.from(outside.matchAll(BARE), (match) => bareEdit(match, file, names)),
  ].filter((edit) => edit !== null);
  let rewritten = '';
  let at = 0;
  for (const { from, to, insert } of edits.toSorted((one, other) => one.from - other.from)) {
    if (from < at) continue;
    rewritten += text.slice(at, from) + insert;
    at = to;
  }
  return { text: rewritten + text.slice(at), count: edits.length };
}

/** Most links of one text that are looked at before it comes in. */
const MOST_LINKS = 200;

/** Every address that a text links to and that may be another deck's: of a note, or of a text file beside it. Each once. */
export function noteLinks(text: string): readonly string[] {
  const outside = withoutCode(text);
  const found = new Set<string>();
  for (const pattern of [...PLACES, BARE])
    for (const match of outside.matchAll(pattern)) {
      const address = match[1] ?? match[2] ?? match[3] ?? '';
      if (mayBeNote(address)) found.add(address);
      if (found.size === MOST_LINKS) return [...found];
    }
  return [...found];
}

function mayBeNote(address: string): boolean {
  const [plain = ''] = address.split(/[?#]/, 1);
  if (plain === '' || plain.length > 500) return false;
  const path = /^https?:\/\//i.test(plain) ? plain.replace(/^https?:\/\/[^/]*/i, '') : plain;
  if (path !== plain || path.startsWith('/')) return NOTE_PATH.test(path);
  return /\.(?:md|markdown|txt)$/i.test(path);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

function editOf(match: RegExpExecArray, file: string, names: OldNames): Edit | null {
  const group = [1, 2, 3].find((each) => match[each] !== undefined) ?? 0;
  const [from, to] = match.indices?.[group] ?? [0, 0];
  const path = pathHere(match[group] ?? '', file, names);
  return path === null ? null : { from, to, insert: path };
}

function bareEdit(match: RegExpExecArray, file: string, names: OldNames): Edit | null {
  const address = match[1] ?? '';
  const path = pathHere(address, file, names);
  return path === null
    ? null
    : { from: match.index, to: match.index + match[0].length, insert: `[${address}](${path})` };
}

/** Where an address leads here, or null for one that is no known note's. */
export function pathHere(written: string, file: string, { notes, files, hosts }: OldNames): string | null {
  const address = written.trim().replaceAll('&amp;', '&');
  const [plain = ''] = address.split(/[?#]/, 1);
  if (/^https?:\/\//i.test(plain)) {
    if (!URL.canParse(plain)) return null;
    const { host, pathname } = new URL(plain);
    return hosts.has(host) ? ofNote(pathname, notes) : null;
  }
  if (plain === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(plain)) return null;
  if (plain.startsWith('/')) return ofNote(plain, notes);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return files.get(normalPath(folder + decoded(plain).normalize('NFC'))) ?? null;
}

function ofNote(path: string, notes: OldNames['notes']): string | null {
  const name = NOTE_PATH.exec(path)?.[1];
  return name === undefined ? null : (notes.get(decoded(name)) ?? null);
}

/** The name of a note in an address or a path of its server, or the name itself; null for any other path. */
export function noteName(written: string): string | null {
  const path = URL.canParse(written) ? new URL(written).pathname : written;
  const name = path.startsWith('/') ? NOTE_PATH.exec(path.split(/[?#]/, 1)[0] ?? '')?.[1] : path;
  return name === undefined || name === '' || name.includes('/') ? null : decoded(name);
}

/** Hosts of servers that a text shows uploads of: its own notes were there too. */
export function uploadHosts(addresses: readonly string[]): readonly string[] {
  return addresses.flatMap((address) => {
    if (!/^https?:\/\/[^/]+\/(?:[^?#]*\/)?uploads\/[^/]+$/i.test(address) || !URL.canParse(address)) return [];
    return [new URL(address).host];
  });
}

/** The names that a note had, as its file tells: the file's name without ending, and what its front matter says. */
export function ownNames(file: string, text: string): readonly string[] {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
  const [, block = ''] = /^---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  const said = Array.from(
    block.matchAll(/^(?:alias|shortid|short_id|noteid|note_id)[ \t]*:[ \t]*["']?([^\s"'#]+)/gim),
    (match) => noteName(match[1] ?? ''),
  );
  return [...new Set([base, ...said])].flatMap((name) =>
    name === null || name === '' || name.length > 200 ? [] : [name],
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
