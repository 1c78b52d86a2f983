import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';

import { parseDeck } from '#lib/slides/parse-deck.ts';
import { buildStage } from '#server/stage/build-stage.ts';

import { findChromium } from './find-chromium.ts';
import { printPdf } from './print-pdf.ts';
import type { ExportSource } from './write-markdown.ts';

const chromium = findChromium();

const HOSTILE = `# Start with a heading of two lines

<script>document.title = 'pwned'</script>
<img src=x onerror="document.title = 'pwned'">
<iframe src="file:///etc/passwd"></iframe>
<style>@import url(https://evil.example/x.css); @page { size: 1px 1px } h1 { background: url(file:///etc/passwd) }</style>
![](file:///etc/hostname) ![](https://evil.example/x.png)

---

# Second

<!-- .slide: data-background-iframe="https://evil.example" data-background="file:///etc/passwd" -->

- [x](javascript:alert(1))
- [good](https://good.example/)
- step <!-- .element: class="fragment" -->

----

## Below

${'- a list that is longer than a slide\n'.repeat(60)}
`;

function sourceOf(text: string): ExportSource {
  const { sections } = parseDeck(text);
  return {
    series: { slug: 'harbour', name: 'Harbour' },
    stem: 'harbour-2026-12-10',
    text,
    written: text,
    kind: 'slides',
    facts: {
      title: 'Harbour call',
      date: '2026-12-10',
      series: 'Harbour',
      call: '2026-12-10',
      edition: null,
      checksum: null,
      address: null,
    },
    sections: sections.map((section) => ({ ...section, status: null })),
    keptFor: () => null,
  };
}

function foldersLeft(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('plenum-pdf-'));
}

describe.skipIf(chromium === null)('a PDF (skipped without a Chromium)', () => {
  beforeAll(() => buildStage(), 240_000);

  it('has a page a slide, links and bookmarks, and nothing of a hostile deck ran, was read or loaded', async () => {
    const before = foldersLeft();
    const pdf = Buffer.from(await printPdf(sourceOf(HOSTILE), chromium ?? '', new AbortController().signal)).toString(
      'latin1',
    );
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
    const titles = Array.from(pdf.matchAll(/\/Title \(([^)]*)\)/g), ([, title]) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['Harbour call', 'Start with a heading of two lines', 'Second', 'Below']),
    );
    expect(pdf).toContain('/URI (https://good.example/)');
    expect(pdf).not.toMatch(/pwned|javascript:|file:|evil/);
    expect(pdf.match(/\/MediaBox\s*\[0 0 7\d\d[\d.]* 5\d\d[\d.]*\]/g)).toHaveLength(3);
    expect(foldersLeft()).toEqual(before);
  }, 120_000);

  it('is not made any further when nobody waits for it, and the next one comes all the same', async () => {
    const before = foldersLeft();
    const gone = new AbortController();
    const making = printPdf(sourceOf(HOSTILE), chromium ?? '', gone.signal);
    const next = printPdf(sourceOf('# Next\n'), chromium ?? '', new AbortController().signal);
    setTimeout(() => gone.abort(), 300);
    await expect(making).rejects.toThrow('could not be made');
    expect((await next).length).toBeGreaterThan(1_000);
    expect(foldersLeft()).toEqual(before);
  }, 120_000);

  it('is refused when the program is none', async () => {
    await expect(printPdf(sourceOf('# A\n'), '/bin/false', new AbortController().signal)).rejects.toThrow('Chromium');
    await expect(printPdf(sourceOf('# A\n'), '/nowhere', new AbortController().signal)).rejects.toThrow(
      /ENOENT|Chromium/,
    );
  }, 60_000);
});
