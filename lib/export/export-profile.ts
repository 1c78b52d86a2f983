/**
 * For whom a deck's Markdown is written. `plenum`: byte for byte as it is kept, for another Plenum and for keeping; `hedgedoc`: HedgeDoc 1.x
 * in slide mode; `slidev`: a Slidev presentation; `forge`: a document that GitHub, GitLab or Forgejo shows well.
 */
export const EXPORT_PROFILES = ['plenum', 'hedgedoc', 'slidev', 'forge'] as const;
export type ExportProfile = (typeof EXPORT_PROFILES)[number];

/**
 * How the text of a profile names a picture that lies beside it. HedgeDoc empties an address without a dot and looks for all others from the
 * root of its site, where its own uploads are: so the same words show the picture beside the text and on a server that was given the folder.
 */
const PICTURE_FOLDERS: Readonly<Record<ExportProfile, string>> = {
  plenum: 'assets/',
  hedgedoc: './uploads/',
  slidev: './assets/',
  forge: 'assets/',
};

/** A picture as exports name it. */
export interface ExportPicture {
  readonly key: string;
  readonly extension: string;
}

/** How a text of this profile names the picture. */
export function pictureNameIn(profile: ExportProfile, { key, extension }: ExportPicture): string {
  return `${PICTURE_FOLDERS[profile]}${key}.${extension}`;
}

/** A relative path that is harmless on every system: no step up, nothing hidden, nothing that a disk could not name. */
const PLAIN_PATH = /^(?:[A-Za-z0-9_][\w.-]{0,99}\/){0,4}[A-Za-z0-9_][\w.-]{0,119}\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const UPLOAD = /\/uploads\/([^/?#]+)$/;

/**
 * Where the picture lies, from the folder of the text on. A text that stays as it is names pictures as it always did: then the file lies where a
 * relative address leads or, for one of another server, has the name of its upload, by which another Plenum finds it.
 */
export function pictureFileOf(profile: ExportProfile, picture: ExportPicture, address: string): string {
  const own = pictureNameIn(profile, picture).replace(/^\.\//, '');
  if (profile !== 'plenum') return own;
  const relative = address.replace(/^\.\//, '');
  if (PLAIN_PATH.test(relative)) return relative;
  const uploaded = `uploads/${UPLOAD.exec(address)?.[1] ?? ''}`;
  return PLAIN_PATH.test(uploaded) ? uploaded : own;
}
