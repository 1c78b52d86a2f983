import { chance, type Chance } from './chance.ts';

const LENGTH = 100_000;

/** Pairs of texts of 100 kB that have nothing in common, or just enough to be looked at closely. */
export function unrelatedTexts(): readonly (readonly [string, string])[] {
  const random = chance(50);
  const shapes = [
    [1, 2],
    [3, 3],
    [30, 26],
    [500, 26],
    [2_000, 4],
    [LENGTH, 2],
  ] as const;
  const pairs = shapes.map(
    ([line, letters]) => [textOf(random, line, letters), textOf(random, line, letters)] as const,
  );
  return [...pairs, [alternating(random), alternating(random)]];
}

function textOf(random: Chance, line: number, letters: number): string {
  const lines: string[] = [];
  for (let length = 0; length < LENGTH; length += (lines.at(-1)?.length ?? 0) + 1)
    lines.push(letterRun(random, 1 + random(line), letters));
  return `${lines.join('\n')}\n`;
}

/** Lines that are the same in all such texts, and between them long ones that are not. */
function alternating(random: Chance): string {
  return Array.from({ length: 180 }, (_, at) => `same ${at}\n${letterRun(random, 545, 4)}\n`).join('');
}

function letterRun(random: Chance, length: number, letters: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + random(letters))).join('');
}
