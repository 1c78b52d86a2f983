import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync, type BrotliOptions } from 'node:zlib';
import { build, type OutputFile } from 'esbuild';
import { stageDocument } from './stage-document.ts';
import { stageFolder } from './stage-files.ts';

/** Lato as decks ask for it: two weights, upright and italic, for Latin scripts. */
const FONT_RANGES = [
  [
    'latin-ext',
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ],
  [
    'latin',
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
] as const;

/** Builds the stage document with its script, styles and fonts into a folder named by what is in it. */
export async function buildStage(): Promise<void> {
  const files = await bundle();
  const hash = hashOf(files);
  const folder = path.join(stageFolder(), hash);
  const manifest = path.join(stageFolder(), 'manifest.json');
  // The manifest is written last: what it names is complete, and most of the time goes into squeezing it.
  const built = await readFile(manifest, 'utf8').catch(() => null);
  if (built === JSON.stringify({ hash }) && existsSync(folder)) return;
  await mkdir(folder, { recursive: true });
  await Promise.all(files.flatMap(squeezed).map(({ name, contents }) => writeFile(path.join(folder, name), contents)));
  // Renamed into place: a page that is drawn meanwhile reads the old one or the new one, never half of it.
  await writeFile(`${manifest}.new`, JSON.stringify({ hash }));
  await rename(`${manifest}.new`, manifest);
}

interface StageFile {
  readonly name: string;
  readonly contents: Uint8Array | string;
}

async function bundle(): Promise<readonly StageFile[]> {
  const html = (['own', 'foreign'] as const).map((variant) => ({ name: `${variant}.html`, contents: stageDocument() }));
  const files = await Promise.all([
    bundleStyles('stage.css', styleSheet(), path.join(STAGE, 'frame')),
    bundleScript('stage.js', path.join(STAGE, 'frame', 'frame.ts')),
    // For files that present without a server.
    bundleScript('offline.js', path.join(OFFLINE, 'offline.ts')),
    bundleStyles('offline.css', '@import "./offline.css";', OFFLINE),
    ...(await onDemand()),
  ]);
  return [...html, ...files.flat()];
}

/** What the frame loads only for decks that need it. */
async function onDemand(): Promise<readonly Promise<readonly StageFile[]>[]> {
  const katexFile = fileURLToPath(import.meta.resolve('katex/dist/katex.css'));
  const katexStyles = (await readFile(katexFile, 'utf8')).replaceAll(OLD_FONTS, '');
  return [
    bundleScript('katex.js', path.join(STAGE, 'parts', 'katex-part.ts')),
    bundleStyles('katex.css', katexStyles, path.dirname(katexFile)),
    bundleScript('highlight.js', path.join(STAGE, 'parts', 'highlight-part.ts')),
    // Comes as one script that is made to be loaded as it is.
    readFile(new URL(import.meta.resolve('@mermaid-js/tiny'))).then((contents) => [{ name: 'mermaid.js', contents }]),
  ];
}

// Browsers that can show the stage take the first format; the other two would be 40 files that nobody asks for.
const OLD_FONTS = /,\s*url\([^)]*\.(?:woff|ttf)\) format\([^)]*\)/g;

const STAGE = path.join(process.cwd(), 'components', 'stage');
const OFFLINE = path.join(process.cwd(), 'components', 'export', 'offline');

async function bundleStyles(name: string, contents: string, resolveDir: string): Promise<readonly StageFile[]> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'css', sourcefile: 'entry.css' },
    outfile: name,
    ...SHARED,
    loader: { '.woff2': 'file' },
    assetNames: '[name]-[hash]',
  });
  return outputFiles.map(fileOf);
}

async function bundleScript(name: string, entry: string): Promise<readonly StageFile[]> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile: name,
    ...SHARED,
    // One classic script: modules of a document with an opaque origin would have to be fetched with CORS.
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles.map(fileOf);
}

const SHARED = {
  bundle: true,
  write: false,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'silent',
} as const;

function fileOf({ path: name, contents }: OutputFile): StageFile {
  return { name: path.basename(name), contents };
}

function styleSheet(): string {
  const faces = [400, 700].flatMap((weight) =>
    ['normal', 'italic'].flatMap((style) =>
      FONT_RANGES.map(
        ([
          range,
          characters,
        ]) => `@font-face { font-family: Lato; font-style: ${style}; font-weight: ${weight}; font-display: swap;
  src: url(@fontsource/lato/files/lato-${range}-${weight}-${style}.woff2) format('woff2'); unicode-range: ${characters}; }`,
      ),
    ),
  );
  return ['@import "reveal.js/reveal.css";', '@import "./stage.css";', ...faces].join('\n');
}

/** The file and, where it helps, its compressed copies, made once here and not at each request. */
function squeezed(file: StageFile): readonly StageFile[] {
  if (!/\.(?:js|css)$/.test(file.name)) return [file];
  return [
    file,
    { name: `${file.name}.br`, contents: brotliCompressSync(file.contents, brotliOptions(file)) },
    { name: `${file.name}.gz`, contents: gzipSync(file.contents, { level: 9 }) },
  ];
}

/** The best compression takes a minute of a small machine for the one file of megabytes, and saves a tenth of it. */
function brotliOptions({ contents }: StageFile): BrotliOptions {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: contents.length > 1_000_000 ? 9 : 11 } };
}

function hashOf(files: readonly StageFile[]): string {
  const hash = createHash('sha256');
  for (const { name, contents } of files) hash.update(name).update('\0').update(contents);
  return hash.digest('hex').slice(0, 16);
}

if (import.meta.main) await buildStage();
