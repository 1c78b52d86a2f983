import type { LineLink } from './line-words.ts';

/** Somebody whom a report line names, as it names them: one of the two at least. */
export interface ReportedBy {
  /** Without the `@`. */
  readonly handle: string | null;
  readonly name: string | null;
}

/** Who is named, and where in the text the naming ends. */
export interface ReportedPeople {
  readonly people: readonly ReportedBy[];
  readonly to: number;
}

const MOST_PEOPLE = 8;
const LONGEST_NAME = 80;
const MOST_WORDS = 4;

/** What ends the names: a colon, a dash between blanks, the end of a sentence, a line break. */
const END = /\n|:(?!\/\/)|\s[-–—]+(?=\s|$)|(?<=[\p{L}\d]{3})[.!?](?=\s|$)/u;
const SEPARATOR = /[,;/&+|]|(?<![\p{L}\d])(?:and|und|et|with|mit)(?![\p{L}\d])/giu;
const ADDRESS = /https?:\/\/[^\s,;]+/g;
const PROFILE = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)\/([\w.-]+)\/?$/;
const HANDLE = /(?<![\w.@])@(\w(?:[\w.-]{0,62}\w)?)-?/u;
const ASIDE = /\([^()]{0,60}\)/g;

const NOBODY =
  /^(?:(?:no ?one|nobody|niemand(?:em)?|no volunteers?)(?![\p{L}\d]).*|todo|tbd|tba|n\/?a|none|open|offen|xx+|name|handle|user(?:name)?|reporter)$/iu;
/** Words that follow "by" where a sentence goes on. */
const NO_NAMES = new Set(
  `the a an our all each every this that these next last end early late noon midnight today tomorrow yesterday week month
  mail email e-mail phone law hand default design everyone everybody us me you them it team teams then now using means
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december der die das den dem einem einer unserem unserer allen heute gestern morgen uns mir ihm ihr montag
  dienstag mittwoch donnerstag freitag samstag sonntag`.split(/\s+/),
);
const PARTICLES = new Set('von van der den de da di du la le el al bin ibn ten ter zu zur y dos of'.split(' '));

/** Reads the names after a "Report by" at `from`; null when a sentence goes on there instead. */
export function reportedPeople(text: string, from: number, links: readonly LineLink[]): ReportedPeople | null {
  const ahead = text.slice(from);
  const addresses = ahead.replaceAll(ADDRESS, (address) => 'x'.repeat(address.length));
  const list = ahead.slice(0, END.exec(addresses)?.index ?? ahead.length);
  const people: ReportedBy[] = [];
  let to = 0;
  for (const [start, end] of itemsOf(addresses.slice(0, list.length))) {
    const item = list.slice(start, end);
    const person = personOf(item, linkAt(links, from + start, from + end));
    if (person === null && to === 0) return null;
    // What follows the people is what they say.
    if (person === null) break;
    if (person.somebody !== null) people.push(person.somebody);
    to = start + person.length;
    if (person.length < item.trimEnd().length) break;
  }
  return { people: people.slice(0, MOST_PEOPLE), to: from + to };
}

/** Between the separators, except those in parentheses. */
function itemsOf(list: string): readonly (readonly [number, number])[] {
  const bare = list.replaceAll(ASIDE, (aside) => '('.repeat(aside.length));
  const items: (readonly [number, number])[] = [];
  let from = 0;
  for (const { 0: separator, index } of bare.matchAll(SEPARATOR)) {
    items.push([from, index]);
    from = index + separator.length;
  }
  return [...items, [from, list.length]];
}

function linkAt(links: readonly LineLink[], from: number, to: number): LineLink | undefined {
  return links.find((link) => link.from < to && link.to > from);
}

/** Who an item names, null for a placeholder, and how much of the item does. */
interface Named {
  readonly somebody: ReportedBy | null;
  readonly length: number;
}

/** Null when the item names nobody and is no placeholder either. */
function personOf(item: string, link: LineLink | undefined): Named | null {
  const profile = PROFILE.exec(item.trim())?.[1];
  if (profile !== undefined) return { somebody: somebody(profile, ''), length: item.trimEnd().length };
  const handle = HANDLE.exec(item);
  return handle === null ? personByName(item, link) : personByHandle(item, handle);
}

function personByHandle(item: string, { 0: words, 1: handle = '', index }: RegExpExecArray): Named | null {
  const name = nameIn(item.slice(0, index));
  if (name === null) return null;
  const behind = item.slice(index + words.length);
  const asides = /^[\s)\].*_]*(?:\([^()]{0,60}\)\s*)*/.exec(behind)?.[0].trimEnd() ?? '';
  return { somebody: somebody(handle, name), length: index + words.length + asides.length };
}

function personByName(item: string, link: LineLink | undefined): Named | null {
  const name = nameIn(item.replaceAll(ASIDE, ' '));
  if (name === null) return null;
  const profile = PROFILE.exec(link?.address ?? '')?.[1] ?? '';
  return { somebody: somebody(profile, name), length: item.trimEnd().length };
}

/** Somebody with a handle, a name or both; null where neither is anybody's. */
function somebody(handle: string, name: string): ReportedBy | null {
  const known = { handle: isSomebody(handle) ? handle : null, name: isSomebody(name) ? name : null };
  // A placeholder in the text stays one whatever it links to.
  if (name !== '' && known.name === null && known.handle !== null) return null;
  return known.handle === null && known.name === null ? null : known;
}

function isSomebody(word: string): boolean {
  return /\p{L}|\d/u.test(word) && !NOBODY.test(word);
}

/** The name in some words: empty for none, a placeholder as it is, null where they are no name. */
function nameIn(text: string): string | null {
  const words = text
    .replaceAll(/@(?!\w)/g, ' ')
    .replaceAll(/[()[\]{}.:!?*_~…"“”„<>#]+(?=\s|$)|(?<=^|\s)[()[\]{}.:*_~…"“”„<>#-]+/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word));
  const name = words.join(' ').slice(0, LONGEST_NAME);
  return name === '' || NOBODY.test(name) || isName(words) ? name : null;
}

function isName(words: readonly string[]): boolean {
  const [first = ''] = words;
  // "A" is a name's first letter, "a" is not.
  if (first !== 'A' && NO_NAMES.has(first.toLowerCase())) return false;
  if (words.length > MOST_WORDS || /^\d|@/.test(first)) return false;
  return words.length === 1 || (isCapital(first) && words.every((word) => isCapital(word) || PARTICLES.has(word)));
}

/** A letter that is not small: other scripts know no capitals. */
function isCapital(word: string): boolean {
  return /^[^\p{Ll}\d]/u.test(word);
}
