import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { inspectDeck } from './inspect.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plenum-inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DECK = `---
title: Harbour Call
slideOptions:
  theme: white
---
<!-- .slide: data-background="#fff" -->
# Harbour *Call* :tada:

![The quay](assets/k.png =300x)
<script>alert(1)</script>

---

# Team Ops

- [status](https://x.org/a)
- one<br>two

\`\`\`mermaid
flowchart LR
\`\`\`

Note: say hello

----

## Team Ops – more
----
`;

it('says where slides are, what they show, and what is wrong', () => {
  const { slides, ...deck } = inspectDeck('a.md', DECK);
  expect(deck).toMatchObject({
    file: 'a.md',
    title: 'Harbour Call',
    slideOptions: { theme: 'white' },
    h: 2,
    sections: [
      { title: 'Harbour Call :tada:', slides: [0, 1] },
      { title: 'Team Ops', key: 'team-ops', slides: [1, 3] },
    ],
    problems: [{ code: 'near-separator', lines: [28, 28], detail: '----' }],
  });
  expect(slides).toEqual([
    {
      h: 0,
      v: 0,
      lines: [6, 11],
      headings: [{ level: 1, text: 'Harbour Call' }],
      text: 'Harbour Call <script>alert(1)</script>',
      images: [{ src: 'assets/k.png', width: '300', height: null }],
      links: [],
      listItems: 0,
      attributes: { 'data-background': '#fff' },
      notes: '',
    },
    {
      h: 1,
      v: 0,
      lines: [12, 24],
      headings: [{ level: 1, text: 'Team Ops' }],
      text: 'Team Ops status one two',
      images: [],
      links: [{ href: 'https://x.org/a', text: 'status' }],
      listItems: 2,
      attributes: {},
      notes: 'say hello',
    },
    {
      h: 1,
      v: 1,
      lines: [25, 28],
      headings: [{ level: 2, text: 'Team Ops – more' }],
      text: 'Team Ops – more',
      images: [],
      links: [],
      listItems: 0,
      attributes: {},
      notes: '',
    },
  ]);
});

it('prints one JSON object a file from the shell, and says which file is no text', async () => {
  const [good, bad] = [path.join(folder, 'good.md'), path.join(folder, 'bad.md')];
  writeFileSync(good, DECK);
  writeFileSync(bad, Buffer.from([0x61, 0xff, 0x62]));
  const run = promisify(execFile)(process.execPath, ['server/cli/plenum.ts', 'inspect', bad, good]);
  const { code, stdout, stderr } = await run.then(
    (ended) => ({ code: 0, ...ended }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect(code).toBe(1);
  expect(stderr).toContain('bad.md is not UTF-8: byte 1');
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({ file: good, h: 2 });
});
