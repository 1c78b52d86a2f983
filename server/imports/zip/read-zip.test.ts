import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';

import { Refusal } from '#lib/errors.ts';
import { rawZip, type RawEntry } from '#e2e/harness/raw-zip.ts';

import type { SourceFile } from '#server/imports/stage-files.ts';
import { readZip } from './read-zip.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plenum-zip-'));
const DECK = '# Harbour\n\n---\n\n# Pier\n';

async function read(archive: Uint8Array): Promise<readonly SourceFile[]> {
  const file = path.join(folder, 'archive.zip');
  writeFileSync(file, archive);
  return Array.fromAsync(readZip(file));
}

async function problems(...entries: readonly RawEntry[]): Promise<readonly (readonly [string, string | null])[]> {
  return (await read(rawZip(entries))).map(({ name, problem }) => [name, problem?.code ?? null]);
}

it('gives the files of an archive as any program packs it, folders and hidden files aside', async () => {
  const archive = zipSync({
    'calls/2024-01-25.md': strToU8(DECK),
    'calls/Mole Süd.png': [new Uint8Array(5_000).fill(7), { level: 0 }],
    '.git/config': strToU8('x'),
    '__MACOSX/._a.md': strToU8('x'),
    folder: {},
  });
  const files = await read(archive);
  expect(files.map(({ name, bytes }) => [name, bytes?.length])).toEqual([
    ['calls/2024-01-25.md', DECK.length],
    ['calls/Mole Süd.png', 5_000],
  ]);
  expect(new TextDecoder().decode(files[0]?.bytes ?? undefined)).toBe(DECK);
  expect(await read(rawZip([], 'a comment'))).toEqual([]);
});

it.each([
  ['by Windows, in its old letters', Buffer.from([0x9a, 0x62, 0x65, 0x72, 0x2e, 0x6d, 0x64]), 0, 'Über.md'],
  ['in UTF-8 without saying so', Buffer.from('Über.md'), 0, 'Über.md'],
  ['in UTF-8 as it says, with a byte that is none', Buffer.from([0x9a, 0x62, 0x2e, 0x6d, 0x64]), 0x800, '\uFFFDb.md'],
  ['with old letters that lead out', Buffer.from([0x2e, 0x2e, 0x5c, 0x9a, 0x2e, 0x6d, 0x64]), 0, '..\\Ü.md'],
])('reads a name that was written %s', async (_how, written, flags, name) => {
  const files = await read(rawZip([{ name: written, bytes: DECK, flags }]));
  expect(files.map((file) => file.name)).toEqual([name]);
});

it('leaves out what leads out, links, is locked or damaged, each with why, and writes nothing', async () => {
  const bytes = DECK;
  expect(
    await problems(
      { name: '../../etc/cron.d/a.md', bytes },
      { name: '/etc/b.md', bytes },
      { name: 'C:\\c.md', bytes },
      { name: '..\\d.md', bytes },
      { name: 'link.md', bytes: '/etc/passwd', mode: 0o120777 },
      { name: 'locked.md', bytes, flags: 1 },
      { name: 'crc.md', bytes, crc: 1 },
      { name: 'size.md', bytes, size: 3 },
      { name: 'method.md', bytes, method: 99 },
      { name: 'cut.md', bytes, packed: deflateRawSync(DECK.repeat(9)).subarray(0, 9) },
      { name: 'large.md', bytes, size: 1_000_000_000 },
      { name: 'large.png', bytes, size: 1_000_000_000 },
      { name: 'program.exe', bytes },
      { name: `${'n'.repeat(2_000)}.md`, bytes },
      { name: 'good.md', bytes },
    ),
  ).toEqual([
    ['../../etc/cron.d/a.md', 'outside'],
    ['/etc/b.md', 'outside'],
    ['C:\\c.md', 'outside'],
    ['..\\d.md', 'outside'],
    ['link.md', 'link'],
    ['locked.md', 'locked'],
    ['crc.md', 'damaged'],
    ['size.md', 'damaged'],
    ['method.md', 'damaged'],
    ['cut.md', 'damaged'],
    ['large.md', 'too-large'],
    ['large.png', 'too-large'],
    ['program.exe', 'unknown-type'],
    [`${'n'.repeat(2_000)}.md`, 'long-name'],
    ['good.md', null],
  ]);
  expect(readdirSync(folder)).toEqual(['archive.zip']);
});

it('refuses archives that burst, whatever they say of themselves', async () => {
  const zeros = deflateRawSync(Buffer.alloc(64_000_000));
  await expect(problems({ name: 'a.md', bytes: '', packed: zeros, size: 100 })).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/^This archive unpacks to far more/),
  });
  // Many names for the same bytes: each within its limit, all together far beyond what the archive is.
  const part = Buffer.alloc(900_000);
  const entries = Array.from({ length: 400 }, (_none, index) => ({
    name: `${index}.md`,
    bytes: part,
    overlaps: index > 0,
  }));
  await expect(problems(...entries)).rejects.toMatchObject({ code: 'too-large' });
});

it('refuses what is no archive, or a broken one, in a sentence', async () => {
  const good = rawZip([{ name: 'a.md', bytes: DECK }]);
  const bad = [
    Buffer.alloc(0),
    Buffer.from('PK'),
    Buffer.alloc(100_000, 'x'),
    good.subarray(0, good.length - 30),
    Buffer.concat([good.subarray(20), Buffer.alloc(3)]),
    rawZip([{ name: 'a.md', bytes: DECK, compressedSize: 900_000 }]),
    rawZip([{ name: 'a.md', bytes: DECK, compressedSize: 0xffff_ffff }]),
  ];
  for (const archive of bad)
    await expect(read(archive)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^This is no zip archive/),
    });
});

it('survives any byte of an archive being another', async () => {
  const good = rawZip([
    { name: 'a.md', bytes: DECK },
    { name: 'b.png', bytes: 'b' },
  ]);
  for (let at = 0; at < good.length; at += 1) {
    const archive = Buffer.from(good);
    archive[at] = (archive[at] ?? 0) ^ 0xff;
    // What comes of it is a file, a problem or a refusal, and never a fault.
    const came = await read(archive).catch((error: unknown) => error);
    expect(Array.isArray(came) || came instanceof Refusal).toBe(true);
  }
});
