import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const LOOK_EVERY_MS = 20;

/** Looks every 20 ms at what this process and one that it may have started take; `most` is what came on top of the start, in bytes. */
export function watchMemory(childPid: () => number | undefined): { stop(): { readonly most: number } } {
  const start = residentBytes('self');
  let most = 0;
  const look = (): void => {
    const pid = childPid();
    most = Math.max(most, residentBytes('self') - start + (pid === undefined ? 0 : residentBytes(String(pid))));
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      return { most };
    },
  };
}

/** Zero for a process that is gone. */
function residentBytes(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
