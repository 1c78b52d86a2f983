import { CORE_SCHEMA, load } from 'js-yaml';
import * as z from 'zod/mini';
import type { Problem, ProblemCode, SourceRange } from './deck-model.ts';
import { slideOptionShapes, type SlideOptions } from './slide-options.ts';

/** What the block at the top of a deck says. A key that is absent or of the wrong type has the value that it has by default. */
export interface FrontMatter {
  readonly title: string | null;
  readonly description: string | null;
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly type: string | null;
  readonly robots: string | null;
  /** Whether a single line break in a paragraph shows as one. */
  readonly breaks: boolean;
  readonly slideOptions: SlideOptions;
}

/** The block, where it is, and what is wrong in it. The range is empty when the text has none. */
export interface FrontMatterBlock {
  readonly range: SourceRange;
  readonly value: FrontMatter;
  readonly problems: readonly Problem[];
}

export const EMPTY_FRONT_MATTER: FrontMatter = {
  title: null,
  description: null,
  date: null,
  tags: [],
  lang: null,
  dir: 'ltr',
  type: null,
  robots: null,
  breaks: true,
  slideOptions: {},
};

const NO_BLOCK: FrontMatterBlock = {
  range: { from: 0, to: 0 },
  value: EMPTY_FRONT_MATTER,
  problems: [],
};

// Real blocks have some hundred characters. The limit keeps the YAML parser, which is not ours, out of hostile texts.
const MAX_LENGTH = 65_536;
const OPENER = /^\uFEFF?(?:[ \t\r\n]*[\r\n])?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSER = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;

const scalar = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
const shapes = {
  title: scalar,
  description: scalar,
  date: scalar,
  tags: z.union([
    z.pipe(
      scalar,
      z.transform((tags: string) => tags.split(',')),
    ),
    z.array(scalar),
  ]),
  lang: z.string().check(z.maxLength(64)),
  dir: z.enum(['ltr', 'rtl']),
  type: z.string().check(z.maxLength(64)),
  robots: scalar,
  breaks: z.boolean(),
  slideOptions: z.record(z.string(), z.unknown()),
} as const;

// Known to HedgeDoc, without meaning here: no reason to warn.
const IGNORED = new Set(['GA', 'disqus', 'opengraph']);

/** A fence and a key below it: whoever wrote that meant front matter. */
const MEANT =
  /^\uFEFF?\s*---[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*([ \t]*["']?[A-Za-z][\w-]*["']?[ \t]*:[^\r\n]*)/;

/**
 * Reads the YAML between two fence lines at the top of a text; a byte order mark and blank lines may come before. A block that is
 * not closed, not YAML or not a mapping is content: nothing that somebody wrote disappears. Never throws.
 */
export function readFrontMatter(text: string): FrontMatterBlock {
  const opener = OPENER.exec(text.slice(0, MAX_LENGTH))?.[0];
  if (opener === undefined) return NO_BLOCK;
  const rest = text.slice(opener.length, opener.length + MAX_LENGTH);
  const closer = CLOSER.exec(rest);
  const mapping = closer === null ? null : parseMapping(rest.slice(0, closer.index));
  if (closer === null || mapping === null) return { ...NO_BLOCK, problems: brokenBlock(text.slice(0, MAX_LENGTH)) };
  const range = { from: 0, to: endOfLine(text, opener.length + closer.index + closer[0].length) };
  return { range, ...checkKeys(mapping, text.slice(0, range.to)) };
}

function brokenBlock(text: string): readonly Problem[] {
  const found = MEANT.exec(text);
  if (found === null) return [];
  const line = found[1] ?? '';
  const range = { from: found[0].length - line.length, to: found[0].length };
  return [{ code: 'front-matter-broken', range, detail: line.trim().slice(0, 80), fix: null }];
}

function endOfLine(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return Math.min(at + 1, text.length);
}

function parseMapping(yaml: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = load(yaml, { schema: CORE_SCHEMA });
    return isMapping(value) ? value : null;
  } catch {
    // Whatever is wrong with it, it is content then; the linter of the editor sees it as text.
    return null;
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkKeys(
  mapping: Readonly<Record<string, unknown>>,
  block: string,
): { value: FrontMatter; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const known = pick(mapping, shapes, { block, path: '', problems });
  const options = known['slideOptions'];
  const slideOptions = isMapping(options)
    ? pick(options, slideOptionShapes, { block, path: 'slideOptions.', problems })
    : {};
  // Each value has passed the schema of its key just above.
  const value = { ...EMPTY_FRONT_MATTER, ...known, slideOptions } as FrontMatter;
  return {
    value: { ...value, tags: value.tags.map((tag) => tag.trim()).filter((tag) => tag !== '') },
    problems,
  };
}

interface Place {
  /** The text of the block with its fences. */
  readonly block: string;
  readonly path: string;
  readonly problems: Problem[];
}

function pick(
  mapping: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, z.ZodMiniType>>,
  place: Place,
): Readonly<Record<string, unknown>> {
  const picked: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(mapping)) {
    const shape = Object.hasOwn(known, key) ? known[key] : undefined;
    const result = shape?.safeParse(value);
    if (result?.success === true) picked[key] = result.data;
    else if (!IGNORED.has(key)) report(place, shape === undefined ? 'front-matter-key' : 'front-matter-type', key);
  }
  return picked;
}

function report({ block, path, problems }: Place, code: ProblemCode, key: string): void {
  problems.push({ code, range: lineOf(block, key, path === '' ? '' : '[ \t]+'), detail: path + key, fix: null });
}

/** The line with a key, which may be quoted; the whole block when YAML wrote it in a way of its own. */
function lineOf(block: string, key: string, indent: string): SourceRange {
  const name = key.replaceAll(/[^\w]/g, String.raw`\$&`);
  const found = new RegExp(`^(${indent})["']?${name}["']?[ \\t]*:[^\\r\\n]*`, 'm').exec(block);
  if (found === null) return { from: 0, to: block.length };
  return { from: found.index + (found[1] ?? '').length, to: found.index + found[0].length };
}
