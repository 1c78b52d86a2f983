const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/**
 * Where a deck's text names a picture. Each has the address in its group, and none looks at a letter more than a few times however
 * the text is made.
 */
const PLACES: readonly { readonly pattern: RegExp; readonly onlyPictureNames: boolean }[] = [
  // ![alt](address "title" =300x200), ![alt](<address with blanks>), ![alt \[1\] [2]](address)
  { pattern: /!\[(?:\\[\s\S]|\[[^[\]\n]*\]|[^[\]\\])*\]\(\s*(?:<([^>\n]+)>|([^\s)]+))/dg, onlyPictureNames: false },
  { pattern: /<img\b[^<>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/dgi, onlyPictureNames: false },
  { pattern: /\bdata-background(?:-image)?\s*=\s*(?:"([^"]*)"|'([^']*)')/dgi, onlyPictureNames: true },
  { pattern: /^[ \t]*parallaxBackgroundImage[ \t]*:[ \t]*(?:"([^"]*)"|'([^']*)'|(\S+))/dgm, onlyPictureNames: true },
  { pattern: /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"'()]+))\s*\)/dgi, onlyPictureNames: true },
  { pattern: /^ {0,3}\[[^\]\n]+\]:\s*(?:<([^>\n]+)>|(\S+))/dgm, onlyPictureNames: true },
];

/** A picture's address in a text, and where it stands there. */
export interface PicturePlace {
  readonly address: string;
  readonly from: number;
  readonly to: number;
}

/** Every picture address in a deck's text with its place, kind of place by kind. */
export function picturePlaces(text: string): readonly PicturePlace[] {
  const outside = withoutCode(text);
  return PLACES.flatMap(({ pattern, onlyPictureNames }) =>
    Array.from(outside.matchAll(pattern), placeOf).filter(
      ({ address }) => isAddress(address) && (!onlyPictureNames || PICTURE_NAME.test(pathOf(address))),
    ),
  );
}

function placeOf(match: RegExpExecArray): PicturePlace {
  const group = [1, 2, 3].find((each) => match[each] !== undefined) ?? 0;
  const [from, to] = match.indices?.[group] ?? [0, 0];
  const written = match[group] ?? '';
  const lead = written.length - written.trimStart().length;
  // In HTML, and in Markdown as in HTML, the one sign of addresses that can be written as a name.
  return { address: written.trim().replaceAll('&amp;', '&'), from: from + lead, to };
}

/** Every picture address in a deck's text as it is written there, kind of place by kind, each once. */
export function pictureReferences(text: string): readonly string[] {
  return [...new Set(picturePlaces(text).map(({ address }) => address))];
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
  const path = decodePath(pathOf(address)).normalize('NFC');
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

export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Blanks out code, which shows addresses and no pictures; everything else stays where it is. */
export function withoutCode(text: string): string {
  return text
    .replaceAll(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|(?![\s\S]))/gm, blank)
    .replaceAll(/`[^`\n]+`/g, blank);
}

function blank(code: string): string {
  return code.replaceAll(/[^\n]/g, ' ');
}
