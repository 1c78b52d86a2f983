import { log } from './log.ts';

/** Whoever stops us, a container's host or systemd, waits about so long before it kills. */
const LONGEST_MS = 9_500;

/** Closes everything in order when the process is asked to end, and ends it, at the latest within ten seconds. */
export function closeOnSignal(close: () => Promise<void>): void {
  const stop = (): void => {
    setTimeout(() => {
      log.error('Closing took too long and was given up. Nothing that was shown as saved is lost.');
      process.exit(1);
    }, LONGEST_MS);
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('closing failed', { error });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
