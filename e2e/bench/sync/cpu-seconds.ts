import { readFileSync } from 'node:fs';

// Linux counts processor time in hundredths of a second for every program.
const TICKS_A_SECOND = 100;

/** Processor seconds that a process has used so far, its own and the kernel's for it. Throws when there is no such process. */
export function cpuSecondsOf(pid: number): number {
  // The name in brackets may hold blanks: the numbers begin behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
