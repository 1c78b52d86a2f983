import { expect, it } from 'vitest';

import { kindOfFile } from './analyse-files.ts';
import { cleanFileName } from './file-name.ts';

it.each([
  ['calls/2024.md', 'calls/2024.md', null],
  ['./calls//2024.md', 'calls/2024.md', null],
  ['calls\\2024.md', 'calls/2024.md', null],
  ['a\u202Etxt.exe\u0000.md', 'a\uFFFDtxt.exe\uFFFD.md', null],
  ['con.md', 'con.md', null],
  // As a Mac writes names: a letter, and its dots behind it.
  ['U\u0308bersicht.png', '\u00DCbersicht.png', null],
  ['../etc/passwd.md', '../etc/passwd.md', 'outside'],
  ['a/../../b.md', 'a/../../b.md', 'outside'],
  ['..\\b.md', '../b.md', 'outside'],
  ['/etc/a.md', '/etc/a.md', 'outside'],
  ['C:\\a.md', 'C:/a.md', 'outside'],
  [`${'a'.repeat(500)}.md`, `${'a'.repeat(399)}…`, 'long-name'],
])('%j is shown as %j', (written, name, problem) => {
  const clean = cleanFileName(written);
  expect(clean.name).toBe(name);
  expect(clean.problem?.code ?? null).toBe(problem);
});

it('files are told by their names; hidden ones are none', () => {
  const kinds = ['a.md', 'a.TXT', 'x/a.jpeg', 'a.exe', '.git/a.md', 'x/.hidden.png', '__MACOSX/a.md'].map(kindOfFile);
  expect(kinds).toEqual(['text', 'text', 'picture', 'other', 'other', 'other', 'other']);
  const known = ['2024-12-12.json', 'x/call-2024-12-12-2@3.json', 'plenum.json', '.git/2024-12-12.json'].map(
    kindOfFile,
  );
  expect(known).toEqual(['beside', 'beside', 'other', 'other']);
});
