import { sniffPicture } from '#lib/assets/sniff-picture.ts';
import type { Analysis } from '#lib/imports/analyse-files.ts';
import type { ImportFile } from '#lib/imports/import-plan.ts';
import { fileOfReference, pictureReferences } from '#lib/imports/picture-references.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import type { Transaction } from '#server/database/client.ts';

/** The picture files of one import, kept for its series as texts show them. */
export class PictureKeeper {
  readonly #analysis: Analysis;
  readonly #owner: { readonly seriesId: string; readonly personId: string | null };
  /** Those of committed texts: most decks of a series show the same few. */
  readonly #kept = new Map<string, KeptAsset>();

  constructor(analysis: Analysis, owner: { readonly seriesId: string; readonly personId: string | null }) {
    this.#analysis = analysis;
    this.#owner = owner;
  }

  /** Keeps the pictures of a text, in the transaction that keeps the text; null for those that nobody brought. */
  async keep(tx: Transaction, file: string, text: string): Promise<Record<string, KeptAsset | null>> {
    const assets: Record<string, KeptAsset | null> = {};
    for (const address of pictureReferences(text)) {
      const name = fileOfReference(address, file, this.#analysis.index);
      assets[address] = name === null ? null : await this.#store(tx, name);
    }
    const { seriesId } = this.#owner;
    const addresses = Object.entries(assets).flatMap(([address, asset]) =>
      asset === null ? [] : [{ seriesId, address, key: asset.key }],
    );
    if (addresses.length > 0) await tx.assetAddress.createMany({ data: addresses, skipDuplicates: true });
    return assets;
  }

  /** To be called once the transaction has committed. */
  committed(file: string, assets: Readonly<Record<string, KeptAsset | null>>): void {
    for (const [address, asset] of Object.entries(assets)) {
      const name = fileOfReference(address, file, this.#analysis.index);
      if (name !== null && asset !== null) this.#kept.set(name, asset);
    }
  }

  /** Files with the name of a picture that are none. */
  notPictures(): readonly string[] {
    return [...this.#analysis.pictures.values()]
      .filter((file) => sniffPicture(file.bytes) === null)
      .map((file) => file.name);
  }

  /** Those that are pictures among files. */
  picturesAmong(names: readonly string[]): readonly ImportFile[] {
    const files = names.map((name) => this.#analysis.pictures.get(name)).filter((file) => file !== undefined);
    return files.filter((file) => sniffPicture(file.bytes) !== null);
  }

  async #store(tx: Transaction, name: string): Promise<KeptAsset | null> {
    const known = this.#kept.get(name);
    const file = this.#analysis.pictures.get(name);
    if (known !== undefined) return known;
    if (file === undefined || sniffPicture(file.bytes) === null) return null;
    return storeAsset(tx, { ...this.#owner, bytes: file.bytes, name: name.slice(name.lastIndexOf('/') + 1) });
  }
}
