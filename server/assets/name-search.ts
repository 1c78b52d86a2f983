/** Letters and digits that a key has. */
const KEY_LENGTH = 16;
const KEYS = /[0-9a-z]{16,}/g;

/** What an asset of a series can be named by. */
export interface Nameable {
  readonly key: string;
  readonly seriesId: string;
  readonly hash: string;
  /** Addresses as texts of the series write them, of which it is a copy. */
  readonly addresses: readonly string[];
}

/**
 * Looks in texts, and in bytes that hold texts, for the names of assets, and remembers which were not found yet. A key counts wherever
 * it stands: it is too long to stand anywhere by chance. An address counts in its own series only. What is looked at may be long, the
 * search keeps nothing of it.
 */
export class NameSearch {
  readonly #left = new Map<string, Nameable>();
  /** By series: what stands for an address, in bytes as Latin-1 reads them, and the key that it means. */
  readonly #addresses = new Map<string, [needle: string, key: string][]>();
  readonly #hashes = new Map<string, string>();
  /** Bytes of the shortest and the longest name. */
  readonly shortest: number;
  readonly longest: number;

  constructor(assets: readonly Nameable[]) {
    let [shortest, longest] = [KEY_LENGTH, KEY_LENGTH];
    for (const asset of assets) {
      const { key, seriesId, hash } = asset;
      this.#left.set(key, asset);
      this.#hashes.set(`${seriesId} ${hash}`, key);
      for (const needle of asset.addresses.flatMap(spellings)) {
        const there = this.#addresses.get(seriesId);
        if (there === undefined) this.#addresses.set(seriesId, [[needle, key]]);
        else there.push([needle, key]);
        shortest = Math.min(shortest, needle.length);
        longest = Math.max(longest, needle.length);
      }
    }
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Those that were not found. */
  get left(): readonly Nameable[] {
    return [...this.#left.values()];
  }

  get isOver(): boolean {
    return this.#left.size === 0;
  }

  /** Looks in a text of a series, or in bytes that hold such. */
  look(seriesId: string, text: Uint8Array | string): void {
    if (this.isOver) return;
    const bytes =
      typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength);
    const found = bytes.toString('latin1');
    for (const [run] of found.matchAll(KEYS))
      for (let at = 0; at + KEY_LENGTH <= run.length; at += 1) this.found(run.slice(at, at + KEY_LENGTH));
    for (const [needle, key] of this.#addresses.get(seriesId) ?? [])
      if (this.#left.has(key) && found.includes(needle)) this.found(key);
  }

  /** Says that the key was found. */
  found(key: string): void {
    this.#left.delete(key);
  }

  /** Says that a series' picture was found by the hash of its bytes. */
  foundHash(seriesId: string, hash: string): void {
    const key = this.#hashes.get(`${seriesId} ${hash}`);
    if (key !== undefined) this.found(key);
  }
}

/** How a text may write an address: as it is, with its blanks and letters encoded in either case, or within HTML. */
function spellings(address: string): readonly string[] {
  const encoded = encodeURI(address.toWellFormed());
  const small = encoded.replaceAll(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());
  const all = [address, encoded, small].flatMap((one) => [one, one.replaceAll('&', '&amp;')]);
  return [...new Set(all)].map((one) => Buffer.from(one).toString('latin1'));
}
