const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Where a deck's text names a picture. Each has the address in its group. */
const PLACES: readonly { readonly pattern: RegExp; readonly onlyPictureNames: boolean }[] = [
  // ![alt](address "title" =300x200), ![alt](<address with blanks>)
  { pattern: /!\[[^\]]*\]\(\s*(?:<([^>\n]+)>|([^\s)]+))/g, onlyPictureNames: false },
  { pattern: /<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi, onlyPictureNames: false },
  { pattern: /\bdata-background(?:-image)?\s*=\s*(?:"([^"]*)"|'([^']*)')/gi, onlyPictureNames: true },
  { pattern: /^\s*parallaxBackgroundImage\s*:\s*(?:"([^"]*)"|'([^']*)'|(\S+))/gm, onlyPictureNames: true },
  { pattern: /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)/gi, onlyPictureNames: true },
  { pattern: /^ {0,3}\[[^\]\n]+\]:\s*(?:<([^>\n]+)>|(\S+))/gm, onlyPictureNames: true },
];

/** Every picture address in a deck's text as it is written there, in order of its places, each once. */
export function pictureReferences(text: string): readonly string[] {
  const outside = withoutFences(text);
  const found = new Set<string>();
  for (const { pattern, onlyPictureNames } of PLACES) {
    for (const match of outside.matchAll(pattern)) {
      const address = (match[1] ?? match[2] ?? match[3] ?? '').trim();
      if (isAddress(address) && (!onlyPictureNames || PICTURE_NAME.test(pathOf(address)))) found.add(address);
    }
  }
  return [...found];
}

/** Whether a file is a picture by its name. */
export function isPictureName(name: string): boolean {
  return PICTURE_NAME.test(name);
}

/** `upload`: saved on a HedgeDoc server or beside the deck, so a file with its name is this picture. `foreign`: on any other server. */
export function kindOfReference(address: string): 'upload' | 'foreign' {
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return 'upload';
  return /\/uploads\/[^/]+$/.test(pathOf(address)) ? 'upload' : 'foreign';
}

/** The picture files of an import, to look them up by path and by name. */
export interface PictureIndex {
  readonly paths: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

/** Indexes the paths of picture files. */
export function indexPictures(paths: readonly string[]): PictureIndex {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const same = byName.get(baseName(path));
    if (same === undefined) byName.set(baseName(path), [path]);
    else same.push(path);
  }
  return { paths: new Set(paths), byName };
}

/**
 * The file that an address in the text of `textFile` means: the one at that relative path, else the one with that name, in
 * the text's own folder first. Null when none was brought.
 */
export function fileOfReference(address: string, textFile: string, pictures: PictureIndex): string | null {
  if (kindOfReference(address) === 'foreign') return null;
  const path = decodePath(pathOf(address));
  const folder = textFile.slice(0, textFile.lastIndexOf('/') + 1);
  const direct = normalPath(folder + path);
  if (pictures.paths.has(direct)) return direct;
  const named = pictures.byName.get(baseName(path)) ?? [];
  return named.find((file) => file.startsWith(folder)) ?? named[0] ?? null;
}

function isAddress(address: string): boolean {
  return address !== '' && !/^(?:#|data:|blob:|javascript:|mailto:)/i.test(address);
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Blanks out fenced code, which shows addresses and no pictures. */
function withoutFences(text: string): string {
  return text.replaceAll(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|(?![\s\S]))/gm, '');
}
