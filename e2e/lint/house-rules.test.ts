import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A fault for each rule of the house, where it would be made: file, its text, and what the linter must say. */
const FAULTS: readonly (readonly [string, string, string])[] = [
  ['lib/pure.ts', "import { useState } from 'react';\nexport const pure = useState;\n", 'no-restricted-imports'],
  ['lib/node.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", 'no-nodejs-modules'],
  ['lib/up.ts', "import { log } from '#server/log.ts';\nexport const up = log;\n", 'no-restricted-imports'],
  ['lib/parent.ts', "import { a } from '../a.ts';\nexport const b = a;\n", 'no-restricted-imports'],
  ['components/data.ts', "import { log } from '#server/log.ts';\nexport const data = log;\n", 'no-restricted-imports'],
  [
    'server/page.ts',
    "import { redirect } from 'next/navigation';\nexport const page = redirect;\n",
    'no-restricted-imports',
  ],
  [
    'server/store/room.ts',
    "import { openRooms } from '#server/rooms/rooms.ts';\nexport const r = openRooms;\n",
    'no-restricted-imports',
  ],
  [
    'app/rooms.ts',
    "import { openRooms } from '#server/rooms/rooms.ts';\nexport const r = openRooms;\n",
    'no-restricted-imports',
  ],
  [
    'app/database.ts',
    "import { PrismaClient } from '#prisma/client/client.ts';\nexport const p = PrismaClient;\n",
    'no-restricted-imports',
  ],
  ['lib/utils.ts', 'export const one = 1;\n', 'file-name'],
  ['lib/CamelCase.ts', 'export const one = 1;\n', 'filename-case'],
  ['lib/any.ts', 'export const one: any = 1;\n', 'no-explicit-any'],
  ['lib/bang.ts', 'export const one = (text?: string) => text!;\n', 'no-non-null-assertion'],
  ['lib/default.ts', 'const one = 1;\nexport default one;\n', 'no-default-export'],
  ['components/words.tsx', 'export function Words() {\n  return <p>Hello there</p>;\n}\n', 'literal-text'],
  ['components/label.tsx', 'export function Label() {\n  return <p title="Hello there" />;\n}\n', 'literal-text'],
  ['server/say.ts', "console.log('hello');\nexport const said = true;\n", 'no-console'],
];

describe('the linter', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plenum-lint-'));
    for (const file of ['.oxlintrc.json', 'e2e/lint/plenum-lint.mjs'])
      cpSync(path.join(ROOT, file), path.join(folder, file));
    for (const [file, text] of FAULTS) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FAULTS)('finds the fault planted in %s', (file, _text, rule) => {
    const { stdout, status } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/oxlint/bin/oxlint'), file], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toContain(rule);
    expect(status).not.toBe(0);
  });
});
