const PROBE = 'plenum-probe';

// Older Chromium gives private windows a share of memory, far below what a disk offers. Newer ones report 10 GiB everywhere:
// there the answer holds until the private window is closed.
const SMALLEST_LASTING_QUOTA = 1_000_000_000;

/**
 * Whether this browser keeps what is stored now until it is opened again. False where storage is refused, and in private
 * windows as far as browsers let that be seen: Firefox and Safari refuse them a file system, Chromium a large quota.
 */
export async function storageLasts(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  if (!(await canOpen())) return false;
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  // Without a secure context there is nothing to ask: a database that opens is all that can be known.
  if (storage === undefined) return true;
  if (await storage.persisted().catch(() => false)) return true;
  const { quota } = await storage.estimate().catch((): StorageEstimate => ({}));
  if (quota !== undefined && quota < SMALLEST_LASTING_QUOTA) return false;
  return typeof storage.getDirectory !== 'function' || (await storage.getDirectory().then(yes, no));
}

const yes = (): boolean => true;
const no = (): boolean => false;

function canOpen(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(PROBE);
      request.addEventListener('error', () => resolve(false));
      request.addEventListener('blocked', () => resolve(false));
      request.addEventListener('success', () => {
        request.result.close();
        resolve(true);
      });
    } catch {
      // Some browsers throw at once where storage is switched off.
      resolve(false);
    }
  });
}
