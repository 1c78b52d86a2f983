// Apart from the copy itself, so that the menu of every page can clear without loading Yjs.

/** How the databases of deck copies in a browser begin. */
export const LOCAL_COPY_PREFIX = 'plenum-deck';

/** Removes every deck's copy from this browser: at sign-out, so that nothing is left for the next person. */
export async function clearLocalCopies(): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const all = await indexedDB.databases().catch((): IDBDatabaseInfo[] => []);
  for (const { name } of all) {
    if (name?.startsWith(`${LOCAL_COPY_PREFIX}:`) === true) indexedDB.deleteDatabase(name);
  }
}
