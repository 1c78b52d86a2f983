import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The stage document without foreign pictures, and the one that may load them. */
export type StageVariant = 'own' | 'foreign';

const manifestSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{16}$/) });

/** Where the built stage lies: a folder per hash of its contents, and a manifest that names the newest. */
export function stageFolder(): string {
  return path.join(process.cwd(), '.build', 'stage');
}

let known: string | null = null;

/** Address of the frame's document. It changes with its contents, so that browsers may keep it for ever. */
export function stageAddress(variant: StageVariant): string {
  return `/stage/${stageHash()}/${variant}.html`;
}

/** Name of the newest built stage. Throws when none was built. */
function stageHash(): string {
  const production = process.env.NODE_ENV === 'production';
  if (known !== null && production) return known;
  const text = readFileSync(path.join(stageFolder(), 'manifest.json'), 'utf8');
  known = manifestSchema.parse(JSON.parse(text)).hash;
  return known;
}

/** One of the newest built stage's files, `stage.js` or a font. Throws when there is no such file. */
export function readStageFile(name: string): Buffer {
  return readFileSync(path.join(stageFolder(), stageHash(), path.basename(name)));
}
