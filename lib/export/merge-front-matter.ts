import { CORE_SCHEMA, dump, load } from 'js-yaml';

import type { DeckModel } from '#lib/slides/deck-model.ts';

import type { ExportFacts } from './export-facts.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** A deck's own front matter: its YAML as written, and what it says. */
interface OwnFrontMatter {
  readonly yaml: string;
  readonly mapping: Mapping;
}

/**
 * The front matter of an exported text, with its fences and a line break at the end: the deck's own lines as they are, then what they lack of
 * `extra`, and where the text comes from under a key of its own. Nothing of the deck's is changed or lost.
 */
export function mergedFrontMatter(model: DeckModel, facts: ExportFacts, extra: Mapping): string {
  const own = ownFrontMatter(model);
  const wanted: Mapping = { title: facts.title, ...(facts.date === null ? {} : { date: facts.date }), ...extra };
  const missing = Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => !Object.hasOwn(own.mapping, key) && value !== undefined),
  );
  const added = { ...missing, [freeKey(own.mapping)]: originOf(facts) };
  return `---\n${withAdded(own, added)}---\n`;
}

/** What the deck says of itself, also what Plenum does not know. */
export function ownMapping(model: DeckModel): Mapping {
  return ownFrontMatter(model).mapping;
}

function ownFrontMatter({ text, frontMatterRange }: DeckModel): OwnFrontMatter {
  const block = text.slice(0, frontMatterRange.to).replaceAll(/\r\n?/g, '\n');
  const yaml = block
    .replace(/^\uFEFF?\s*?---[ \t]*\n/, '')
    .replace(/(?:^|\n)(?:---|\.\.\.)[ \t]*\n?$/, '\n')
    .replace(/^\n+/, '');
  return { yaml, mapping: mappingOf(yaml) ?? {} };
}

/** The lines with more below them where that is YAML, as it nearly always is; else written anew with the same meaning. */
function withAdded({ yaml, mapping }: OwnFrontMatter, added: Mapping): string {
  const lines = yaml.trim() === '' ? '' : `${yaml.trimEnd()}\n`;
  const joined = lines + dumped(added);
  const all = { ...mapping, ...added };
  // A fence inside the YAML, in a text of several lines, would end it too early elsewhere.
  if (!/^(?:---|\.\.\.)/m.test(joined) && sameKeys(mappingOf(joined), all)) return joined;
  return dumped(all);
}

function dumped(mapping: Mapping): string {
  return dump(mapping, { schema: CORE_SCHEMA, lineWidth: -1 });
}

function sameKeys(mapping: Mapping | null, wanted: Mapping): boolean {
  return mapping !== null && JSON.stringify(Object.keys(mapping)) === JSON.stringify(Object.keys(wanted));
}

function mappingOf(yaml: string): Mapping | null {
  try {
    const value: unknown = load(yaml, { schema: CORE_SCHEMA });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    // Then it is no front matter either: the deck's model has it as text.
    return null;
  }
}

/** A text that was exported before and came back says so already: both stay. */
function freeKey(mapping: Mapping): string {
  let key = 'plenum';
  for (let number = 2; Object.hasOwn(mapping, key); number++) key = `plenum-${number}`;
  return key;
}

function originOf({ series, call, edition, checksum, address }: ExportFacts): Mapping {
  return Object.fromEntries(
    Object.entries({ series, call, edition, checksum, address }).filter(([, value]) => value !== null),
  );
}
