import type { DeckModel, SourceRange, TextEdit } from '#lib/slides/deck-model.ts';
import { slideComments, type PlacedAttribute } from './slide-comments.ts';
import { wholeParagraph } from './whole-line.ts';

/** Values to set in a slide's `.slide:` comments; null takes one away. */
export type AttributeChanges = Readonly<Record<string, string | null>>;

/** The changes, and what no comment says yet and must be written into one of its own. */
export interface AttributeEdits {
  readonly edits: readonly TextEdit[];
  readonly missing: string;
}

/** The edits that set attributes of a slide where they are said; every other word of the comments stays. */
export function attributeEdits(model: DeckModel, slide: number, changes: AttributeChanges): AttributeEdits {
  const comments = slideComments(model, slide);
  const attributes = comments.flatMap((comment) => comment.attributes);
  const left = attributes.some(({ name }) => changes[name] !== null);
  const empty = !left && Object.values(changes).every((value) => value === null);
  if (empty && comments.every(({ alone }) => alone)) {
    return { edits: comments.map(({ range }) => ({ ...wholeParagraph(model.text, range), insert: '' })), missing: '' };
  }
  const set = Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  const places = set.map(({ name, value }) => ({ name, value, place: lastOf(attributes, name) }));
  const written = new Set(places.map(({ place }) => place?.range.from));
  const replaced = places.flatMap(({ name, value, place }) =>
    place === undefined || place.value === value ? [] : [{ ...place.range, insert: `${name}="${value}"` }],
  );
  const gone = attributes.filter(({ name, range }) => name in changes && !written.has(range.from));
  const missing = places.filter(({ place }) => place === undefined).map(({ name, value }) => ` ${name}="${value}"`);
  const edits = [...replaced, ...gone.map(({ range }) => withoutPair(model.text, range))];
  const last = comments.at(-1);
  if (last === undefined || missing.length === 0) return { edits, missing: missing.join('') };
  const end = last.attributes.at(-1)?.range.to ?? last.line.from;
  return { edits: [...edits, { from: end, to: end, insert: missing.join('') }], missing: '' };
}

/** The last of a name counts. */
function lastOf(attributes: readonly PlacedAttribute[], name: string): PlacedAttribute | undefined {
  return attributes.findLast((attribute) => attribute.name === name);
}

/** A pair goes with the blanks before it. */
function withoutPair(text: string, { from, to }: SourceRange): TextEdit {
  return { from: text.slice(0, from).trimEnd().length, to, insert: '' };
}
