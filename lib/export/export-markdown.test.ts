import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

import { pictureReferences } from '#lib/imports/picture-references.ts';
import { decodeEntities, slideSight } from '#lib/pictures/slide-sight.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

import { exportMarkdown } from './export-markdown.ts';
import type { ExportFacts } from './export-facts.ts';
import { EXPORT_PROFILES, type ExportPicture, type ExportProfile } from './export-profile.ts';

const facts: ExportFacts = {
  title: 'Harbour call: "autumn"',
  date: '2026-12-10',
  series: 'Harbour',
  call: '2026-12-10',
  edition: 2,
  checksum: 'ab'.repeat(32),
  address: 'https://plenum.example/harbour/2026-12-10',
};

const KEY = 'abcdefgh12345678';

function written(profile: ExportProfile, text: string, kept: Readonly<Record<string, ExportPicture>> = {}): string {
  return exportMarkdown(profile, { text, kind: 'slides', facts, keptFor: (address) => kept[address] ?? null }).text;
}

function frontMatterOf(text: string): Readonly<Record<string, unknown>> {
  const yaml = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
  return load(yaml, { schema: CORE_SCHEMA }) as Readonly<Record<string, unknown>>;
}

describe('front matter of an export', () => {
  const deck = '---\ntitle: Ours # kept\ncustom:\n  deep: [1, 2]\nslideOptions:\n  theme: white\n---\n\n# A\n';

  it.each(['hedgedoc', 'slidev', 'forge'] as const)(
    'of %s has the deck’s own lines and where it comes from',
    (profile) => {
      const text = written(profile, deck);
      expect(text).toContain('title: Ours # kept\ncustom:\n  deep: [1, 2]\n');
      expect(frontMatterOf(text)).toMatchObject({
        title: 'Ours',
        date: '2026-12-10',
        custom: { deep: [1, 2] },
        slideOptions: { theme: 'white' },
        plenum: { series: 'Harbour', edition: 2, checksum: facts.checksum, address: facts.address },
      });
    },
  );

  it.each([
    ['flow', '---\n{title: X, slideOptions: {theme: white}}\n---\n\n# A\n'],
    ['a byte order mark and blank lines', '\uFEFF\n\n---\ntitle: X\n...\n\n# A\n'],
    ['a rule in a text of several lines', '---\ntitle: X\ndescription: "a\n  ---\n  b"\n---\n\n# A\n'],
    ['carriage returns', '---\r\ntitle: X\r\n---\r\n\r\n# A\r\n'],
  ])('survives %s', (_name, text) => {
    const front = frontMatterOf(written('hedgedoc', text));
    expect(front).toMatchObject({ title: 'X', type: 'slide', plenum: { call: '2026-12-10' } });
  });

  it('takes none where the block is broken: that is text', () => {
    const text = written('hedgedoc', '---\n\n# First\n\n---\n\n# Second\n');
    expect(frontMatterOf(text)['title']).toBe(facts.title);
    expect(parseDeck(text).slides.flatMap(({ headings }) => headings.map((each) => each.text))).toEqual([
      'First',
      'Second',
    ]);
  });

  it('says once more where a text comes from that was exported before', () => {
    const again = written('forge', written('forge', '# A\n'));
    expect(Object.keys(frontMatterOf(again))).toEqual(['title', 'date', 'plenum', 'plenum-2']);
  });
});

describe('HedgeDoc', () => {
  it('gets separators that 1.x knows, and nothing else that reads like one', () => {
    const text = written(
      'hedgedoc',
      '# A\n \n---  \n\t\n# B\n\n----\n\n```\na\n\n---\n\nnote: no\n```\n\n<!--\n\n---\n\nx -->\n',
    );
    expect(text.split(/^(?:\r\n?|\n)---(?:\r\n?|\n)$/m)).toHaveLength(2);
    expect(text.split(/^(?:\r\n?|\n)----(?:\r\n?|\n)$/m)).toHaveLength(2);
    expect(text.match(/^note:/gim)).toBeNull();
  });

  it('gets attributes that 1.x reads', () => {
    const text = written(
      'hedgedoc',
      '<!-- .slide: data-background=\'https://a.example/x.png?w=1\' data-transition="fade" -->\n# A\n',
    );
    expect(text).toContain('<!-- .slide: data-background="https://a.example/x.png?w%3D1" data-transition="fade" -->');
  });

  it('keeps slides and notes', () => {
    const text = written('hedgedoc', '# A\n\nnote: **say** this\n\n---\n\n# B\n');
    expect(parseDeck(text).slides.map(({ notes }) => notes)).toEqual(['**say** this', '']);
  });
});

describe('Slidev', () => {
  it('gets notes as comments, steps as clicks, and no words that Vue would run', () => {
    const deck =
      '# A\n- one <!-- .element: class="fragment" -->\n- {{ two }} <x-y>\n\nnote: say -->\n\n----\n\n```yaml\na: 1\n```\n\na | b\n--- | ---\n1 | 2\n';
    const [first = '', second = ''] = slidevSlides(written('slidev', deck));
    expect(first).toContain('- <span v-click>one</span> ');
    expect(first).toContain('<span v-pre>{{</span> two }} &lt;x-y>');
    expect(first.trimEnd().endsWith('<!--\nsay --&gt;\n-->')).toBe(true);
    expect(second).toContain('```yaml\na: 1\n```');
    expect(second).toContain('\n --- | ---\n');
  });
});

describe('a forge', () => {
  it('gets a document without what only a stage reads', () => {
    const deck =
      '<!-- .slide: data-background="assets/abcdefgh12345678.png" -->\n<style>h1 { color: red }</style>\n# A\none</br>\ntwo\n![x](assets/abcdefgh12345678.png =300x)\n<YOUR_VERSION>\n\nnote: say\n\n----\n\n# B\n';
    const text = written('forge', deck, { [`assets/${KEY}.png`]: { key: KEY, extension: 'png' } });
    expect(text).not.toMatch(/\.slide|<style|<\/br>/);
    expect(text).toContain(`<img src="assets/${KEY}.png" alt="" width="240">`);
    expect(text).toContain(`<img src="assets/${KEY}.png" alt="x" width="300">`);
    expect(text).toContain('&lt;YOUR_VERSION>');
    expect(text).toContain('<details><summary>Speaker notes</summary>\n\nsay\n\n</details>\n\n---\n\n# B');
  });

  it('closes code that a slide leaves open', () => {
    expect(written('forge', '# A\n\n```\ncode\n')).toContain('```\ncode\n```');
  });
});

/** The words of each slide as its reader cuts the text, without white space; a forge shows them all as one. */
function wordsIn(profile: ExportProfile, text: string): string {
  if (profile === 'slidev')
    return slidevSlides(text)
      .map((slide) => slideSight(slide).words)
      .join('');
  const { slides } = parseDeck(text);
  const body = slides.map(({ source, notes }) => [source, profile === 'forge' ? notes : '']).flat();
  const words = body.map((source) => slideSight(source).words).join('');
  return profile === 'forge' ? words.replaceAll('Speakernotes', '') : words;
}

/** What a reader of each profile sees: words, pictures and slides. */
function seen(text: string, keptFor: (address: string) => ExportPicture | null): unknown {
  return EXPORT_PROFILES.map((profile) => {
    const exported = exportMarkdown(profile, { text, kind: 'slides', facts, keptFor });
    const named = exported.pictures.filter(({ key }) => exported.text.includes(key));
    const pictures = profile === 'plenum' ? exported.pictures.length : named.length;
    const words = decodeEntities(wordsIn(profile, exported.text));
    return { profile, pictures, words, slides: placesIn(profile, exported.text) };
  });
}

function wanted(text: string, pictures: number): unknown {
  const { slides } = parseDeck(text);
  const places = {
    plenum: placesIn('plenum', text),
    hedgedoc: placesIn('plenum', text),
    slidev: slides.length,
    forge: 0,
  };
  return EXPORT_PROFILES.map((profile) => {
    const words = slides.flatMap(({ source, notes }) => [source, profile === 'forge' ? notes : '']);
    const all = words.map((source) => slideSight(source).words).join('');
    return { profile, pictures, words: decodeEntities(all), slides: places[profile] };
  });
}

function placesIn(profile: ExportProfile, text: string): unknown {
  if (profile === 'forge') return 0;
  if (profile === 'slidev') return slidevSlides(text).length;
  return parseDeck(text).slides.map(({ h, v }) => [h, v]);
}

function expectAll(text: string): void {
  const addresses = pictureReferences(text);
  const kept = new Map(
    addresses.map((address, index) => [address, { key: `k${index}`.padEnd(16, 'x'), extension: 'png' }]),
  );
  expect(seen(text, (address) => kept.get(address) ?? null)).toEqual(wanted(text, kept.size));
}

const BLOCKS = [
  '# Heading',
  'plain words\nand a second line',
  '- one\n    - two\n- three <!-- .element: class="fragment" -->',
  '```js\nconst a = 1;\n\n---\n\nb\n```',
  '~~~\n---\n~~~',
  '<!-- hidden\n\n---\n\nx -->',
  '![](assets/abcdefgh12345678.png =300x200)',
  '![a "b"](https://old.example/uploads/x.png)',
  '<!-- .slide: data-background="https://old.example/uploads/y.jpg" -->',
  'a | b\n--- | ---\n1 | 2',
  'Setext\n---',
  '***',
  '{{ braces }} and `{{ code }}`',
  '<YOUR_VERSION> and </br> and <https://a.example/x>',
  '<font color="red">red</font>',
  ':::info\nInside\n:::',
  'note: say it\n\ntwice',
  '    indented code <foo>\n    note: x',
  '> quoted\n> words',
  '1. first\n2. second',
] as const;

describe('any deck', () => {
  it('keeps every slide’s words and every picture in every profile', () => {
    const slide = fc
      .array(fc.constantFrom(...BLOCKS), { minLength: 0, maxLength: 5 })
      .map((blocks) => blocks.join('\n\n'));
    const between = fc.constantFrom('\n\n---\n\n', '\n\n----\n\n', '\n \n--- \n\n\n');
    const front = fc.constantFrom(
      '',
      '---\ntitle: T\n---\n\n',
      '---\ntitle: T\nslideOptions:\n  parallaxBackgroundImage: https://old.example/uploads/p.png\n---\n',
    );
    fc.assert(
      fc.property(front, fc.array(fc.tuple(slide, between), { minLength: 1, maxLength: 5 }), (head, parts) => {
        expectAll(
          head +
            parts.map(([text, separator], index) => (index === parts.length - 1 ? text : text + separator)).join(''),
        );
      }),
      { numRuns: 100 },
    );
  });

  const corpus = path.join(
    process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared'),
    'corpus',
    'community-call',
  );
  it.skipIf(!existsSync(corpus))('of the corpus, too', () => {
    const decks = readdirSync(corpus).filter((name) => name.endsWith('.md'));
    for (const name of decks) expectAll(readFileSync(path.join(corpus, name), 'utf8'));
  });
});

/** How Slidev cuts a text, as its parser does; the front matter of each slide is taken off. */
function slidevSlides(text: string): readonly string[] {
  const lines = text.split('\n');
  const slides: string[] = [];
  let start = 0;
  const cut = (end: number): void => {
    if (start < end) slides.push(withoutFrontMatter(lines.slice(start, end).join('\n')));
    start = end + 1;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    if (line.startsWith('---')) {
      cut(at);
      const front = line[3] !== '-' && (lines[at + 1] ?? '').trim() !== '';
      start = front ? at : at + 1;
      if (front) at = indexAfter(lines, at, (each) => each.trimEnd() === '---');
    } else if (line.startsWith('```'))
      at = indexAfter(lines, at, (each) => each.startsWith(/^`+/.exec(line)?.[0] ?? ''));
  }
  cut(lines.length);
  return slides;
}

/** The next line like this; where there is none, the line itself. */
function indexAfter(lines: readonly string[], at: number, like: (line: string) => boolean): number {
  const found = lines.findIndex((line, index) => index > at && like(line));
  return found === -1 ? at : found;
}

function withoutFrontMatter(slide: string): string {
  return slide.replace(/^---.*\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
}
