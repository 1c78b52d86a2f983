import { sourceHash } from '#lib/slides/source-hash.ts';

/** Hashes of the pairs of neighbouring words that a section is known by, 32 bit: they outlive edits that whole lines do not. */
export type WordHashes = readonly number[];

const MOST = 200;
// A pair that is longer is no two words.
const LONGEST = 80;

/** The pairs of words of a text, each once, without those of its headings. At most 200. */
export function wordHashes(text: string): WordHashes {
  const hashes = new Set<number>();
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('#')) continue;
    const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (let at = 1; at < words.length && hashes.size < MOST; at++)
      hashes.add(hashOf(`${words[at - 1]} ${words[at]}`.slice(0, LONGEST)));
  }
  return [...hashes];
}

/** What several have: words that stand in many sections, as a template's do, tell none apart. */
export function commonWords(all: readonly WordHashes[]): ReadonlySet<number> {
  const [once, more] = [new Set<number>(), new Set<number>()];
  for (const hashes of all) for (const hash of hashes) (once.has(hash) ? more : once).add(hash);
  return more;
}

/** How much of the shorter text is in the other, from 0 to 1. */
export function sharedText(one: WordHashes, other: WordHashes): number {
  const shorter = Math.min(one.length, other.length);
  if (shorter === 0) return 0;
  const there = new Set(other);
  return one.filter((hash) => there.has(hash)).length / shorter;
}

/** A signed number, as Postgres keeps 32 bits. */
function hashOf(words: string): number {
  return Number.parseInt(sourceHash(words).slice(0, 8), 16) | 0;
}
