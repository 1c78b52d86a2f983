/** What people bring as a picture that is none, or none that browsers show. */
export type UnfitKind =
  | 'heic'
  | 'tiff'
  | 'bmp'
  | 'icon'
  | 'raw'
  | 'pdf'
  | 'film'
  | 'sound'
  | 'office'
  | 'archive'
  | 'page';

/** What a file is that cannot be kept as a picture, by its first bytes; null when nobody would expect to be told. */
export function sniffUnfit(bytes: Uint8Array): UnfitKind | null {
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  return box(head) ?? riff(head) ?? SIGNATURES.find(({ pattern }) => pattern.test(head))?.kind ?? null;
}

const HEAD_BYTES = 1024;

const SIGNATURES: readonly { readonly kind: UnfitKind; readonly pattern: RegExp }[] = [
  // PDF readers look for the mark anywhere in the first 1,024 bytes.
  { kind: 'pdf', pattern: /%PDF-/ },
  { kind: 'tiff', pattern: /^(?:II[*+]\0|MM\0[*+])/ },
  { kind: 'bmp', pattern: /^BM[^]{4}\0\0\0\0/ },
  { kind: 'icon', pattern: /^\0\0[\u0001\u0002]\0/ },
  { kind: 'raw', pattern: /^(?:FUJIFILMCCD-RAW|IIRO|8BPS|\0\0\0\fJXL |\u00ff\n|\0\0\0\fjP {2})/ },
  // Matroska and WebM, Ogg, MPEG, Flash video, Windows Media.
  { kind: 'film', pattern: /^(?:\u001aE\u00df\u00a3|\0\0\u0001[\u00b3\u00ba]|FLV|0&\u00b2u)/ },
  { kind: 'sound', pattern: /^(?:ID3|OggS|fLaC|MThd|\u00ff[\u00fb\u00f3\u00f2\u00f1\u00f9])/ },
  {
    kind: 'office',
    pattern:
      /^(?:\u00d0\u00cf\u0011\u00e0|PK\u0003\u0004[^]{26}(?:\[Content_Types\]|mimetypeapplication\/vnd\.oasis|_rels\/|word\/|ppt\/|xl\/))/,
  },
  { kind: 'archive', pattern: /^(?:PK[\u0003\u0005]|Rar!|7z\u00bc\u00af|\u001f\u008b|BZh|\u00fd7zXZ)/ },
  { kind: 'page', pattern: /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body|script)\b/i },
];

/** The family of MP4, to which HEIC belongs. */
function box(head: string): UnfitKind | null {
  if (head.slice(4, 8) !== 'ftyp') return null;
  const brand = head.slice(8, 12);
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return 'heic';
  return /^M4[AB] $/.test(brand) ? 'sound' : 'film';
}

function riff(head: string): UnfitKind | null {
  if (head.slice(0, 4) !== 'RIFF') return null;
  if (head.slice(8, 12) === 'AVI ') return 'film';
  return head.slice(8, 12) === 'WAVE' ? 'sound' : null;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCodePoint(...bytes);
}
