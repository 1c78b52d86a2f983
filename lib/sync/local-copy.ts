import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { LOCAL_COPY_PREFIX } from './clear-local-copies.ts';
import { storageLasts } from './storage-lasts.ts';

const UNSAVED_SINCE = 'unsaved-since';

interface Whose {
  readonly deckId: string;
  readonly epoch: number;
  /** The person's id, so that two people at one computer never send each other's words. */
  readonly personKey: string;
}

/** The copy of a deck in this browser, on y-indexeddb. */
export class LocalCopy {
  readonly #persistence: IndexeddbPersistence;
  readonly #lasts: boolean;
  #gone = false;

  private constructor(persistence: IndexeddbPersistence, lasts: boolean) {
    this.#persistence = persistence;
    this.#lasts = lasts;
    // The browser closes the database when it, or the person, clears the site's storage.
    persistence.db?.addEventListener('close', () => {
      this.#gone = true;
    });
  }

  /** Opens the copy and applies it to the document, or answers null where the browser offers no storage at all. */
  static async open(doc: Y.Doc, whose: Whose): Promise<LocalCopy | null> {
    const lasts = await storageLasts();
    if (typeof indexedDB === 'undefined') return null;
    try {
      const name = `${LOCAL_COPY_PREFIX}:${whose.deckId}:${whose.epoch}:${whose.personKey}`;
      // y-indexeddb never settles when the database will not open: find out first.
      (await idb.openDB(name, createStores)).close();
      const persistence = new IndexeddbPersistence(name, doc);
      await persistence.whenSynced;
      return new LocalCopy(persistence, lasts);
    } catch {
      // Storage refused or full: the connection works without, and says so.
      return null;
    }
  }

  /** Whether an update with this origin came out of a copy, and was not typed now. */
  static isOrigin(origin: unknown): boolean {
    return origin instanceof IndexeddbPersistence;
  }

  /** Since when (ms since 1970) edits in this copy have waited for the server, as far as is known. */
  async unsavedSince(): Promise<number | null> {
    const since: unknown = await this.#persistence.get(UNSAVED_SINCE).catch(() => null);
    return typeof since === 'number' ? since : null;
  }

  /** Remembers since when edits wait, or that none do. */
  rememberUnsaved(since: number | null): void {
    const done = since === null ? this.#persistence.del(UNSAVED_SINCE) : this.#persistence.set(UNSAVED_SINCE, since);
    done.catch(() => {
      this.#gone = true;
    });
  }

  /** Whether the storage holds everything that the document holds, by reading it back, and will last. */
  async holds(doc: Y.Doc): Promise<boolean> {
    const db = this.#persistence.db;
    if (!this.#lasts || this.#gone || db === null) return false;
    try {
      const [updates] = idb.transact(db, ['updates'], 'readonly');
      if (updates === undefined) return false;
      const rows: unknown[] = await idb.getAll(updates);
      return contains(rows, doc);
    } catch {
      // The database was closed under us: evicted or cleared.
      return false;
    }
  }

  /** Removes the copy. */
  async clear(): Promise<void> {
    this.#gone = true;
    await this.#persistence.clearData().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#persistence.destroy().catch(() => undefined);
  }
}

function createStores(db: IDBDatabase): void {
  idb.createStores(db, [['updates', { autoIncrement: true }], ['custom']]);
}

/** Another tab of this person may have put words there too, that this one has not seen. */
function contains(rows: readonly unknown[], doc: Y.Doc): boolean {
  const copy = new Y.Doc();
  for (const row of rows) {
    if (row instanceof Uint8Array) Y.applyUpdate(copy, row);
  }
  const all = Y.snapshotContainsUpdate(Y.snapshot(copy), Y.encodeStateAsUpdate(doc));
  copy.destroy();
  return all;
}
