import { Refusal } from '#lib/errors.ts';
import type { ImportOptions } from '#lib/imports/import-run.ts';
import { fileOfPicture } from '#lib/imports/beside.ts';
import type { ImportProblem, ImportRow } from '#lib/imports/import-plan.ts';
import {
  indexPictures,
  kindOfReference,
  pictureReferences,
  type PictureIndex,
} from '#lib/imports/picture-references.ts';
import { keepPicture, type StoredPicture } from '#server/assets/keep-picture.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { nameAsset } from '#server/assets/store-asset.ts';
import type { Transaction } from '#server/database/client.ts';

import { PictureFetcher } from './fetch-pictures.ts';
import { noteProblem, stagedBytes, type StagedPicture } from './staged-rows.ts';

export interface KeeperOf {
  readonly runId: string;
  readonly seriesId: string;
  readonly personId: string | null;
  readonly pictures: readonly StagedPicture[];
  readonly options: ImportOptions;
}

/** Pictures of one text under the addresses that show them, and which rows were made for that. */
export interface NamedPictures {
  readonly assets: Record<string, KeptAsset | null>;
  readonly made: { readonly keys: readonly string[]; readonly addresses: readonly string[] };
}

interface NamedPicture {
  readonly asset: KeptAsset;
  /** Whether the series did not have it. */
  readonly isNew: boolean;
}

/** The pictures of one import, kept for its series as texts show them. */
export class PictureKeeper {
  readonly #of: KeeperOf;
  readonly #index: PictureIndex;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #fetcher: PictureFetcher;
  /** Those that are stored by now, by file or address; null for what cannot be kept. Most decks of a series show the same few. */
  readonly #stored = new Map<string, StoredPicture | null>();

  constructor(of: KeeperOf) {
    this.#of = of;
    this.#index = indexPictures(of.pictures.map(({ name }) => name));
    this.#positions = new Map(of.pictures.map(({ name, position }) => [name, position]));
    this.#fetcher = new PictureFetcher(of.options);
  }

  get index(): PictureIndex {
    return this.#index;
  }

  /** Stores the bytes of the pictures that a text shows: before its transaction, because each may take a second. */
  async store(row: ImportRow, text: string): Promise<void> {
    for (const address of pictureReferences(text)) {
      const name = fileOfPicture(address, row, this.#index);
      const known = this.#stored.has(name ?? address);
      if (!known)
        this.#stored.set(name ?? address, name === null ? await this.#fetched(address) : await this.keep(name));
    }
  }

  /** Names the stored pictures of a text, in the transaction that keeps the text; null for those that nobody brought. */
  async name(tx: Transaction, row: ImportRow, text: string): Promise<NamedPictures> {
    const { seriesId } = this.#of;
    const assets: Record<string, KeptAsset | null> = {};
    const keys: string[] = [];
    for (const address of pictureReferences(text)) {
      const named = await this.#nameOne(tx, row, address);
      assets[address] = named?.asset ?? null;
      if (named?.isNew === true) keys.push(named.asset.key);
    }
    const data = Object.entries(assets).flatMap(([address, asset]) =>
      asset === null ? [] : [{ seriesId, address, key: asset.key }],
    );
    if (data.length === 0) return { assets, made: { keys: [], addresses: [] } };
    const made = await tx.assetAddress.createManyAndReturn({ data, skipDuplicates: true, select: { address: true } });
    return { assets, made: { keys, addresses: made.map(({ address }) => address) } };
  }

  async #nameOne(tx: Transaction, row: ImportRow, address: string): Promise<NamedPicture | null> {
    const { seriesId, personId } = this.#of;
    const name = fileOfPicture(address, row, this.#index);
    const stored = this.#stored.get(name ?? address) ?? null;
    if (stored === null) return null;
    const known = await tx.seriesAsset.count({ where: { seriesId, hash: stored.hash } });
    const source = this.#sourceOf(address, name);
    const asset = await nameAsset(tx, stored, { seriesId, personId, name: baseName(name ?? address), ...source });
    return { asset, isNew: known === 0 };
  }

  /** Of a copy the address that it is of, also where a Plenum made it that the import is from. */
  #sourceOf(address: string, name: string | null): { readonly source?: string } {
    if (name === null) return { source: this.#fetcher.addressOf(address) ?? address };
    return kindOfReference(address) === 'foreign' ? { source: address } : {};
  }

  /** The files of pictures that a text shows. */
  filesOf(row: ImportRow | null): readonly string[] {
    if (row === null) return [];
    return row.pictures.addresses
      .map((address) => fileOfPicture(address, row, this.#index))
      .filter((name) => name !== null);
  }

  /** Addresses whose pictures were fetched from where they lay. */
  get fetched(): readonly string[] {
    return this.#fetcher.fetched;
  }

  /** Null for one that cannot be kept: the import goes on without it, and says so. */
  async keep(name: string): Promise<StoredPicture | null> {
    const position = this.#positions.get(name);
    const bytes = position === undefined ? null : await stagedBytes(this.#of.runId, position);
    if (bytes === null) return null;
    try {
      return await keepPicture(bytes);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem: ImportProblem = { code: 'unfit-picture', detail: error.message };
      await noteProblem(this.#of.runId, position ?? 0, problem);
      return null;
    }
  }

  async #fetched(address: string): Promise<StoredPicture | null> {
    return this.#of.options.fetch ? this.#fetcher.fetch(address) : null;
  }
}

function baseName(name: string): string {
  const [plain = ''] = name.split(/[?#]/, 1);
  return plain.slice(plain.lastIndexOf('/') + 1) || plain;
}
