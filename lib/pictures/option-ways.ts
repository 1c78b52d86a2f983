import type { DeckModel, TextEdit } from '#lib/slides/deck-model.ts';

/** Values to set among the `slideOptions`; null takes one away. */
export type OptionChanges = Readonly<Record<string, string | number | null>>;

const OPTIONS = /^["']?slideOptions["']?[ \t]*:[ \t]*([^\r\n]*)/m;
const CLOSER = /(?:---|\.\.\.)[ \t]*$/;
const VALUE = String.raw`(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\n,{}]*?)`;

/** The ways to write options at the top of a deck that may fit; what they do to the deck must be looked at. */
export function optionWays(model: DeckModel, wanted: OptionChanges): readonly (readonly TextEdit[])[] {
  const now: Readonly<Record<string, unknown>> = model.frontMatter.slideOptions;
  // What is so already stays as it is written.
  const changes = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => now[key] !== value));
  const block = model.text.slice(0, model.frontMatterRange.to);
  if (block === '') return [newBlock(model.text, changes)];
  const options = OPTIONS.exec(block);
  if (options === null) return [newOptions(block, changes)];
  const rest = options[1] ?? '';
  const from = options.index + options[0].length - rest.length;
  if (rest.startsWith('{')) return [flowEdits(block, { from, to: from + rest.length }, changes)];
  const lines = lineEdits(block, options.index, changes);
  // Without its last option the key means nothing any more, and without its last key the block.
  return [lines, withoutOptions(block, options.index), withoutBlock(model)];
}

function newBlock(text: string, changes: OptionChanges): readonly TextEdit[] {
  const at = text.startsWith('\uFEFF') ? 1 : 0;
  return [{ from: at, to: at, insert: `---\nslideOptions:\n${linesOf(changes, '  ')}---\n\n` }];
}

function newOptions(block: string, changes: OptionChanges): readonly TextEdit[] {
  const end = block.trimEnd();
  const at = CLOSER.exec(end)?.index ?? end.length;
  return [{ from: at, to: at, insert: `slideOptions:\n${linesOf(changes, '  ')}` }];
}

function linesOf(changes: OptionChanges, indent: string): string {
  return Object.entries(changes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${indent}${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** In a mapping of one option a line. */
function lineEdits(block: string, at: number, changes: OptionChanges): readonly TextEdit[] {
  const start = endOfLine(block, at);
  const children = /^(?:[ \t]+[^\n]*\n|[ \t]*\n|[ \t]*#[^\n]*\n)*/.exec(block.slice(start))?.[0] ?? '';
  const indent = /^([ \t]+)[^\s#]/m.exec(children)?.[1] ?? '  ';
  const missing: Record<string, string | number> = {};
  const edits = Object.entries(changes).flatMap(([key, value]): readonly TextEdit[] => {
    const found = new RegExp(`^([ \\t]+["']?${key}["']?[ \\t]*:[ \\t]*)([^\\n]*?)([ \\t]+#[^\\n]*)?\\n`, 'm').exec(
      children,
    );
    if (found === null) {
      if (value !== null) missing[key] = value;
      return [];
    }
    const from = start + found.index;
    if (value === null) return [{ from, to: from + found[0].length, insert: '' }];
    const valueFrom = from + (found[1] ?? '').length;
    return [{ from: valueFrom, to: valueFrom + (found[2] ?? '').length, insert: valueText(found[1], value) }];
  });
  const added = linesOf(missing, indent);
  return added === '' ? edits : [...edits, { from: start, to: start, insert: added }];
}

function valueText(before = '', value: string | number): string {
  return (before.endsWith(':') ? ' ' : '') + JSON.stringify(value);
}

/** In a mapping between braces on one line. */
function flowEdits(
  block: string,
  { from, to }: { readonly from: number; readonly to: number },
  changes: OptionChanges,
): readonly TextEdit[] {
  const close = block.lastIndexOf('}', to);
  let inside = block.slice(from + 1, close);
  for (const [key, value] of Object.entries(changes)) {
    const pattern = new RegExp(`(^|,)([ \\t]*["']?${key}["']?[ \\t]*:[ \\t]*)${VALUE}(?=[ \\t]*(?:,|$))`);
    const replaced = inside.replace(pattern, (_all, comma: string, name: string) =>
      value === null ? '' : `${comma}${name}${JSON.stringify(value)}`,
    );
    if (replaced === inside && value !== null && !pattern.test(inside)) {
      inside = `${inside.trimEnd()}${inside.trim() === '' ? '' : ', '}${key}: ${JSON.stringify(value)}`;
    } else inside = replaced;
  }
  return [{ from: from + 1, to: close, insert: inside.replace(/^[ \t]*,[ \t]*/, '') }];
}

function withoutOptions(block: string, at: number): readonly TextEdit[] {
  const start = endOfLine(block, at);
  const children = /^(?:[ \t]+[^\n]*\n)*/.exec(block.slice(start))?.[0] ?? '';
  return [{ from: at, to: start + children.length, insert: '' }];
}

function withoutBlock({ text, frontMatterRange: { to } }: DeckModel): readonly TextEdit[] {
  return [{ from: text.startsWith('\uFEFF') ? 1 : 0, to: text[to] === '\n' ? to + 1 : to, insert: '' }];
}

function endOfLine(block: string, at: number): number {
  const end = block.indexOf('\n', at);
  return end === -1 ? block.length : end + 1;
}
