import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const lineSchema = z.object({ pass: z.enum(['reading', 'writing']), done: z.number(), heap: z.number() });

/** Imports so many made decks in a process of its own; how many bytes its heap grew in each pass, from the first look to the largest. */
export async function heapGrowth(count: number): Promise<Readonly<Record<'reading' | 'writing', number>>> {
  const child = spawn(process.execPath, ['--expose-gc', path.resolve('e2e/harness/import-many.ts'), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: z.infer<typeof lineSchema>[] = [];
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) lines.push(lineSchema.parse(JSON.parse(line)));
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  const growth = (pass: 'reading' | 'writing'): number => {
    const heaps = lines.filter((line) => line.pass === pass).map(({ heap }) => heap);
    return Math.max(...heaps) - (heaps[0] ?? 0);
  };
  return { reading: growth('reading'), writing: growth('writing') };
}
