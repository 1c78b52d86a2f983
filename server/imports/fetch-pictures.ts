import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { parseAssetReference } from '#lib/addresses.ts';
import { foreignAddress } from '#lib/assets/foreign-address.ts';
import { Refusal } from '#lib/errors.ts';
import type { ImportOptions } from '#lib/imports/import-run.ts';
import { keepPicture, type StoredPicture } from '#server/assets/keep-picture.ts';
import { incomingFolder } from '#server/assets/prepare-picture.ts';
import { fetchPicture } from '#server/fetch/fetch-picture.ts';

/** A server that kept us waiting so often in a row, each time at least so long, is asked no more: one that says no is. */
const MOST_FAILURES = 3;
const LONG_MS = 3_000;

/** Fetches pictures that nobody brought from where they lie, each once, as long as their servers answer. */
export class PictureFetcher {
  readonly #options: ImportOptions;
  readonly #failures = new Map<string, number>();
  readonly #fetched: string[] = [];

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  /** The addresses that were fetched, as texts write them. */
  get fetched(): readonly string[] {
    return this.#fetched;
  }

  /** Where to ask for a picture that a text names: relative addresses are the old server's. Null for what is nowhere. */
  addressOf(written: string): string | null {
    if (parseAssetReference(written) !== null) return null;
    const { oldServer } = this.#options;
    if (foreignAddress(written) !== null || oldServer === null) return foreignAddress(written);
    return URL.canParse(written, `${oldServer}/`) ? foreignAddress(new URL(written, `${oldServer}/`).href) : null;
  }

  /** The picture, stored; null when it cannot be had: it is missing then. */
  async fetch(written: string): Promise<StoredPicture | null> {
    const address = this.addressOf(written);
    const host = address === null ? '' : new URL(address).host;
    if (address === null || (this.#failures.get(host) ?? 0) >= MOST_FAILURES) return null;
    const file = path.join(await incomingFolder(), `${randomUUID()}.fetched`);
    const began = performance.now();
    try {
      await fetchPicture(address, file);
      const stored = await keepPicture(file);
      this.#failures.delete(host);
      this.#fetched.push(written);
      return stored;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (performance.now() - began > LONG_MS) this.#failures.set(host, (this.#failures.get(host) ?? 0) + 1);
      return null;
    } finally {
      await rm(file, { force: true });
    }
  }
}
