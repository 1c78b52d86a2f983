import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeckModel } from './deck-model.ts';
import { parseDeck } from './parse-deck.ts';
import { slideAt } from './slide-at.ts';

function deck(...lines: readonly string[]): string {
  return lines.join('\n');
}

function sources(text: string): readonly string[] {
  return parseDeck(text).slides.map(({ source }) => source.trim());
}

function places(text: string): readonly string[] {
  return parseDeck(text).slides.map(({ h, v }) => `${h}/${v}`);
}

describe('separators', () => {
  it('cut to the right and downwards, the slide before becoming the head of the stack', () => {
    const text = deck('a', '', '----', '', 'b', '', '---', '', 'c', '', '----', '', 'd', '');
    expect(sources(text)).toEqual(['a', 'b', 'c', 'd']);
    expect(places(text)).toEqual(['0/0', '0/1', '1/0', '1/1']);
  });

  it.each([
    ['blanks after the hyphens', 'a\n\n---  \n\nb', ['a', 'b']],
    ['blanks on the empty lines', 'a\n \t\n---\n  \nb', ['a', 'b']],
    ['Windows line ends', 'a\r\n\r\n---\r\n\r\nb', ['a', 'b']],
    ['old Macintosh line ends', 'a\r\r---\r\rb', ['a', 'b']],
    ['two that share their empty line', 'a\n\n---\n\n---\n\nb', ['a', '', 'b']],
    ['the last line with a line end', 'a\n\n---\n', ['a', '']],
    ['the last line without one', 'a\n\n---', ['a', '']],
  ])('cut with %s', (_, text, expected) => {
    expect(sources(text)).toEqual(expected);
  });

  it.each([
    ['text directly above', 'a\n---\n\nb'],
    ['text directly below', 'a\n\n---\nb'],
    ['a blank in front', 'a\n\n ---\n\nb'],
    ['five hyphens', 'a\n\n-----\n\nb'],
    ['stars', 'a\n\n***\n\nb'],
    ['nothing above at the very top', '---\n\nb'],
  ])('do not cut with %s', (_, text) => {
    expect(parseDeck(text).slides).toHaveLength(1);
  });

  it.each([
    ['a code block', '```\nx\n\n---\n\ny\n```'],
    ['a code block with a longer fence and another inside', '````md\n```js\n\n---\n\n```\n````'],
    ['a tilde code block', '~~~\n\n---\n\n~~~'],
    ['a comment', '<!--\nhidden\n\n---\n\nhidden too\n-->\nb'],
    ['a style block', '<style>\np {}\n\n---\n\n</style>\nb'],
    ['preformatted text', '<pre>\n\n---\n\n</pre>'],
  ])('do not cut inside %s', (_, text) => {
    expect(parseDeck(text).slides).toHaveLength(1);
  });

  it.each([
    ['code that is not closed yet', '```js\nx\n\n---\n\ny'],
    ['code whose end would be the end of other code', '```\nx\n\n---\n\n```js\ny\n```\n'],
    ['a comment that is not closed yet', '<!-- x\n\n---\n\ny'],
    ['a comment whose end would be the end of another', '<!-- x\n\n---\n\n<!-- y -->\n'],
    ['a list item with code, which ends at the margin', '* a\n  ```\n\n---\n\n  ```\n'],
    ['a div', '<div>\n\n---\n\n</div>'],
  ])('cut through %s', (_, text) => {
    expect(parseDeck(text).slides).toHaveLength(2);
  });
});

describe('front matter', () => {
  it.each([
    ['a plain block', '---\ntitle: A\n---\n\ntext'],
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\n\ntext'],
    ['empty lines above', '\n \n---\ntitle: A\n---\n\ntext'],
    ['dots below', '---\ntitle: A\n...\n\ntext'],
    ['Windows line ends', '---\r\ntitle: A\r\n---\r\n\r\ntext'],
    ['a line of blanks inside', '---\ntitle: A\n  \ntype: slide\n---\ntext'],
  ])('is read with %s', (_, text) => {
    const model = parseDeck(text);
    expect(model.frontMatter.title).toBe('A');
    expect(model.slides.map(({ source }) => source.trim())).toEqual(['text']);
  });

  it.each([
    ['is not closed', '---\ntitle: A\n\ntext'],
    ['is closed by too many hyphens', '---\ntitle: A\n----\n\ntext'],
    ['holds a heading instead of a mapping', '---\n\n# A\n\n---\n'],
    ['is indented with tabs', '---\nslideOptions:\n\ttheme: white\n---\n'],
  ])('is content when it %s', (_, text) => {
    const model = parseDeck(text);
    expect(model.frontMatterRange).toEqual({ from: 0, to: 0 });
    expect(model.slides[0]?.range.from).toBe(0);
  });

  it('keeps what has the right type and names what has not', () => {
    const model = parseDeck(
      '---\ntitle: 7\nbreaks: maybe\ntags: a, b\ncolour: red\nslideOptions:\n  theme: white\n  width: wide\n  center: 1\n  dependencies: []\n---\n',
    );
    expect(model.frontMatter).toMatchObject({
      title: '7',
      breaks: true,
      tags: ['a', 'b'],
      slideOptions: { theme: 'white', width: 'wide' },
    });
    expect(model.frontMatter.slideOptions).not.toHaveProperty('dependencies');
    expect(model.problems.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
      'front-matter-type breaks',
      'front-matter-key colour',
      'front-matter-type slideOptions.center',
      'front-matter-key slideOptions.dependencies',
    ]);
  });

  it('gives an empty first slide when a separator follows at once', () => {
    expect(sources('---\ntype: slide\n---\n---\n\nb')).toEqual(['', 'b']);
    expect(sources('---\ntype: slide\n---\n\n---\n\nb')).toEqual(['', 'b']);
  });

  it('survives a block that is made to explode', () => {
    const bomb = [
      'a: &a [x,x]',
      ...Array.from(
        { length: 30 },
        (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`},*${n === 0 ? 'a' : `b${n - 1}`}]`,
      ),
    ];
    expect(parseDeck(deck('---', ...bomb, 'tags: *b29', '---', 'text')).slides).toHaveLength(1);
    expect(parseDeck(`---\na: ${'['.repeat(20_000)}\n---\n`).slides.length).toBeGreaterThan(0);
  });
});

describe('a slide', () => {
  it('has the attributes of its .slide comments, the last one winning', () => {
    const [slide] = parseDeck(
      deck(
        '<!-- .slide: data-background="https://x.org/a.png?b=1" class="one" onclick="x()" -->',
        'text <!-- .slide: class=\'two\' data-x="" -->',
      ),
    ).slides;
    expect(slide?.attributes).toEqual({
      'data-background': 'https://x.org/a.png?b=1',
      class: 'two',
    });
  });

  it('takes no attributes from code, from .element comments or from a second line', () => {
    const [slide] = parseDeck(
      deck(
        '`<!-- .slide: id="a" -->`',
        '',
        '```',
        '<!-- .slide: id="b" -->',
        '```',
        '',
        '<!-- .element: class="c" -->',
        '<!-- .slide:',
        'id="d" -->',
      ),
    ).slides;
    expect(slide?.attributes).toEqual({});
  });

  it('has notes from one note line on, and none from two', () => {
    expect(parseDeck('text\n\nNote: say *hello*\nand bye').slides[0]).toMatchObject({
      source: 'text\n\n',
      notes: 'say *hello*\nand bye',
    });
    expect(parseDeck('text\n\nNote: one\n\nnote: two').slides[0]).toMatchObject({
      notes: '',
    });
    expect(parseDeck('```\nnote: code\n```\n').slides[0]).toMatchObject({
      notes: '',
    });
  });

  it.each([
    ['# One', [[1, 'One']]],
    ['## **Two** <font color="#fff">words</font> ##', [[2, 'Two words']]],
    [
      'Title\n=====\n\nSub\n---\ntext',
      [
        [1, 'Title'],
        [2, 'Sub'],
      ],
    ],
    ['    ### Indented after the separator', [[3, 'Indented after the separator']]],
    ['#nospace', []],
    ['```\n# comment in code\n```', []],
    ['<!--\n# hidden\n-->\n# Shown', [[1, 'Shown']]],
    ['- item\n---', []],
    ['# [Link](https://x.org) and `code` and snake_case_name', [[1, 'Link and code and snake_case_name']]],
    ['# ', [[1, '']]],
  ] as const)('finds the headings of %j', (text, expected) => {
    expect(parseDeck(text).slides[0]?.headings).toEqual(expected.map(([level, words]) => ({ level, text: words })));
  });

  it('has a hash that blank lines around it do not change, but words, notes and attributes do', () => {
    const hashes = ['a', '\n\na\n\n', 'b', 'a\n\nnote: n', '<!-- .slide: id="i" -->\na'].map(
      (text) => parseDeck(text).slides[0]?.hash,
    );
    expect(hashes[0]).toBe(hashes[1]);
    expect(new Set(hashes).size).toBe(4);
  });
});

describe('sections', () => {
  it('begin at horizontal slides with a new heading and hold the rest', () => {
    const text = deck(
      '',
      '---',
      '',
      '# Welcome',
      '',
      '---',
      '',
      'no heading',
      '',
      '---',
      '',
      '# Team A',
      '',
      '----',
      '',
      '# Other',
      '',
      '---',
      '',
      '# Team A',
      '',
      '---',
      '',
      '# Welcome',
      '',
    );
    expect(
      parseDeck(text).sections.map(({ title, key, fromSlide, toSlide }) => [title, key, fromSlide, toSlide]),
    ).toEqual([
      ['', 'start', 0, 1],
      ['Welcome', 'welcome', 1, 3],
      ['Team A', 'team-a', 3, 6],
      ['Welcome', 'welcome-2', 6, 7],
    ]);
  });
});

describe('slideAt', () => {
  it('knows the slide of every offset', () => {
    const text = '---\ntitle: A\n---\na\n\n---\n\nb';
    const model = parseDeck(text);
    expect([0, 17, text.indexOf('---', 10) + 6, text.length, 999].map((offset) => slideAt(model, offset))).toEqual([
      0, 0, 0, 1, 1,
    ]);
    expect(slideAt(model, text.lastIndexOf('---'))).toBe(1);
  });
});

const fragments = [
  'a',
  '# H',
  ' ',
  '\t',
  '\n',
  '\n',
  '\n\n---\n\n',
  '\n\n----\n\n',
  '---',
  '```',
  '~~~',
  '````js',
  '<!--',
  '-->',
  '<style>',
  '</style>',
  '<pre>',
  '* x',
  '  ',
  'note: n',
  '<!-- .slide: data-x="1" -->',
  '\r\n',
  '\r',
  '`',
  '=',
  '\uFEFF',
  '\0',
  '😀',
  '---\ntitle: x\n---\n',
];
const deckText = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

function withoutText(model: DeckModel): Omit<DeckModel, 'text'> {
  const { text: _, ...rest } = model;
  return rest;
}

describe('any text', () => {
  it('is partitioned by the ranges of its slides', () => {
    fc.assert(
      fc.property(deckText, (text) => {
        const model = parseDeck(text);
        const bounds = [model.frontMatterRange.to, ...model.slides.map(({ range }) => range.to)];
        expect(model.slides.map(({ range }) => range.from)).toEqual(bounds.slice(0, -1));
        expect(bounds.at(-1)).toBe(text.length);
        expect(model.sections.map(({ fromSlide }) => fromSlide)).toEqual([
          0,
          ...model.sections.slice(0, -1).map(({ toSlide }) => toSlide),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('means the same when put together from its parts', () => {
    fc.assert(
      fc.property(deckText, (text) => {
        const model = parseDeck(text);
        const parts = [model.frontMatterRange, ...model.slides.map(({ range }) => range)];
        expect(parseDeck(parts.map(({ from, to }) => text.slice(from, to)).join(''))).toEqual(model);
      }),
    );
  });

  it('means the same read afresh or from the model before an edit', () => {
    fc.assert(
      fc.property(deckText, deckText, fc.nat(), fc.nat({ max: 20 }), (text, insert, at, remove) => {
        const offset = at % (text.length + 1);
        const edited = text.slice(0, offset) + insert + text.slice(offset + remove);
        expect(withoutText(parseDeck(edited, parseDeck(text)))).toEqual(withoutText(parseDeck(edited)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile texts', () => {
  it.each(['\n', '\t\n', '\r', 'Аa', '`', '<!--\n', '---\n\n', 'word ', '[', '"', '</style>'])(
    'of millions of %j are read without a stack that overflows',
    (unit) => {
      const text = unit.repeat(3_000_000 / unit.length);
      expect(parseDeck(text).slides.at(-1)?.range.to).toBe(text.length);
    },
  );

  // A second per megabyte on an idle machine; the tests run on a busy one, so time of the processor is what counts.
  const LENGTH = 250_000;
  it.each([
    '\n',
    '```\n',
    '<!--\n',
    '<!-- x\n\n---\n\n',
    '# [[[[<<<<\n',
    '---\n\n',
    '`````\n````\n```\n',
    '* ',
    '<!-- .slide: a',
    'a=',
    '<style>\n',
    '~~~x\n\n---\n\n',
    '<!-',
    '![](',
    '  - ',
  ])('of nothing but %j are read in linear time', (unit) => {
    const text = unit.repeat(LENGTH / unit.length);
    const start = process.cpuUsage();
    parseDeck(text);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
  });
});
