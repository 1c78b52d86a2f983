import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { callDateProblems } from './call-date-problems.ts';

/** The problems of a deck as `code detail`. */
function problems(text: string): readonly string[] {
  return parseDeck(text).problems.map(({ code, detail }) => `${code} ${detail}`.trim());
}

function fixed(text: string, { fix }: Problem): string {
  return fix === null ? text : text.slice(0, fix.from) + fix.insert + text.slice(fix.to);
}

/** The text after all its fixes, taken one after another as a person would. */
function mended(text: string): string {
  for (let rounds = 0, now = text; ; now = fixed(now, next(now))) {
    if (!parseDeck(now).problems.some(({ fix }) => fix !== null)) return now;
    if (++rounds > 200) throw new Error(`No end of fixes: ${now}`);
  }
}

function next(text: string): Problem {
  const problem = parseDeck(text).problems.find(({ fix }) => fix !== null);
  if (problem === undefined) throw new Error('Nothing to mend.');
  return problem;
}

describe('what is found in a deck, and what mends it', () => {
  it.each([
    ['a\n----\n\nb', 'near-separator ----', 'a\n\n----\n\nb'],
    ['- a\n---\n\nb', 'near-separator ---', '- a\n\n---\n\nb'],
    ['a\n\n ---\n\nb', 'near-separator ---', 'a\n\n---\n\nb'],
    ['a\n\n---\nb', 'near-separator ---', 'a\n\n---\n\nb'],
    ['a\n\n---\n\n---\n\nb', 'doubled-separator', 'a\n\n---\n\nb'],
    ['a\n\n---\n\n----\n\nb', 'doubled-separator', 'a\n\n---\n\n\nb'],
    ['a\n\n---\n', 'trailing-separator', 'a\n\n'],
    ['![x](a.png =300px)', 'image-size =300px', '![x](a.png =300x)'],
    ['![x](a.png =300)', 'image-size =300', '![x](a.png =300x)'],
    ['![x](a.png =300X200)', 'image-size =300X200', '![x](a.png =300x200)'],
    ['![x](a.png = 30%x)', 'image-size = 30%x', '![x](a.png =30%x)'],
    ['![x](a.png =big)', 'image-size =big', '![x](a.png =big)'],
    ['[docs]()', 'empty-link [docs]()', 'docs'],
    ['see [](https://) there', 'empty-link [](https://)', 'see  there'],
    ['[](https://x.org/a)', 'empty-link [](https://x.org/a)', '<https://x.org/a>'],
    ['a ![pic]() b', 'empty-image ![pic]()', 'a  b'],
    [
      '<!-- .slide: data-background="[](https://)" -->\na',
      'slide-attribute data-background="[](https://)"',
      '<!-- .slide:  -->\na',
    ],
    [
      '<!-- .slide: data-background="" id="x" -->\na',
      'slide-attribute data-background=""',
      '<!-- .slide:  id="x" -->\na',
    ],
    [
      '<!-- .slide: data-background=red -->\na',
      'slide-attribute data-background=red',
      '<!-- .slide: data-background="red" -->\na',
    ],
    [
      '<style>\nh1 { color: "#50c3a5"; }\n</style>',
      'css-value color: "#50c3a5"',
      '<style>\nh1 { color: #50c3a5; }\n</style>',
    ],
    [
      '<style>p { font-size: 32 !important }</style>',
      'css-value font-size: 32 !important',
      '<style>p { font-size: 32px !important }</style>',
    ],
    ['<p style="color: \'red\'">x</p>', "css-value color: 'red'", '<p style="color: red">x</p>'],
    ['<p style="color: #12345">x</p>', 'css-value color: #12345', '<p style="color: #12345">x</p>'],
    ['<font size=12px>x</font>', 'font-size size=12px', '<font style="font-size: 12px">x</font>'],
    ['The Аccess list', 'look-alike Аccess', 'The Access list'],
    ['one â€“ two', 'mojibake â€“', 'one – two'],
    ['a\n\nnote: b\n\nNote: c', 'several-notes', 'a\n\nnote: b\n\nc'],
    ['![](a.png)', 'missing-alt ![](a.png)', '![](a.png)'],
    ['![https://x.org/a.png](a.png)', 'missing-alt ![https://x.org/a.png](a.png)', '![https://x.org/a.png](a.png)'],
    ['<img src="a.png">', 'missing-alt <img src="a.png">', '<img src="a.png">'],
    ['Report by @todo', 'placeholder @todo', 'Report by @todo'],
    ['# Call 202X-XX-XX', 'placeholder 202X-XX-XX', '# Call 202X-XX-XX'],
    ['# Call YYYY-MM-DD', 'placeholder YYYY-MM-DD', '# Call YYYY-MM-DD'],
    ['Speaker: TBD', 'placeholder TBD', 'Speaker: TBD'],
    ['---\ntitle: A\ncolour: red\n---\na', 'front-matter-key colour', '---\ntitle: A\ncolour: red\n---\na'],
    [
      '---\nslideOptions:\n  center: 7\n---\na',
      'front-matter-type slideOptions.center',
      '---\nslideOptions:\n  center: 7\n---\na',
    ],
    ['---\ntitle: "A\ntype: slide\n---\na', 'front-matter-broken title: "A', '---\ntitle: "A\ntype: slide\n---\na'],
  ])('%j: %s', (text, found, after) => {
    expect(problems(text)).toContain(found);
    expect(mended(text)).toBe(after);
  });

  it.each([
    '# Team Ops\n\n- [docs](https://x.org) ![A chart](a.png =300x)\n\n---\n\n## Next\n\n> quoted\n',
    'Title\n=====\n\nSub\n---\ntext',
    '```\n---\n![](a.png =300px)\n[x]()\n@todo\n```',
    'Write `[x]()` and `![](a.png)` and `@todo`',
    '<!--\n----\nhidden @todo\n-->\ntext',
    '<style>\n.a { font-family: "lato"; content: "x"; background: url("x") }\n</style>\ntext',
    '<p style="margin: 0; line-height: 1.5; --x: \'y\'">x</p>',
    '<font size="3" color="#fff">x</font>',
    'Привет мир, Ελλάδα, naïve façade, Ünïcode',
    'the todo list, mail todo@x.org, https://x.org/TODO',
    '- a\n- b\n---\nc',
    'note: one',
    '---\ntitle: A\nGA: x\n---\na',
  ])('leaves %j alone', (text) => {
    expect(problems(text)).toEqual([]);
  });

  it('says where: the range holds what the detail says, in any deck', () => {
    const text = '---\ntitle: A\n---\n\n# A\n\n---\n\nThe Аccess [list]() of @todo\n\n----\n\n![x](a.png =3)';
    for (const { range, detail } of parseDeck(text).problems)
      expect(text.slice(range.from, range.to)).toContain(detail);
    expect(problems(text)).toEqual(['look-alike Аccess', 'empty-link [list]()', 'placeholder @todo', 'image-size =3']);
  });

  it('leaves words that it does not mend as they are, and comes to an end, whatever the text', () => {
    const parts = [
      'a',
      '\n',
      '\n\n---\n\n',
      '---\n',
      '----',
      '[x]()',
      '![](',
      ')',
      ' =3px',
      '"',
      '<style>',
      'color: "red";',
      '</style>',
      '`',
      '```\n',
      '<!--',
      ' .slide: x=y',
      '-->',
      'note: n\n',
      'А',
      'â€“',
      '<font size=9>',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (chosen) => {
        const text = chosen.join('');
        expect(parseDeck(mended(text)).problems.filter(({ fix }) => fix !== null)).toEqual([]);
      }),
    );
  });
});

describe('dates that contradict the call’s', () => {
  it.each([
    ['---\ntitle: Call 2024-01-24\n---\n# Call', '2024-01-24', '2024-01-25'],
    ['# Community Call 24.1.2024', '24.1.2024', '25.1.2024'],
    ['# Call on 24 January 2024', '24 January 2024', '25 January 2024'],
    ['# Call on Jan 24, 2024', 'Jan 24, 2024', 'Jan 25, 2024'],
    ['# Treffen am 24. März 2024', '24. März 2024', '25. Januar 2024'],
    ['# Call 20240124', '20240124', '20240125'],
  ])('%j', (text, found, after) => {
    const [problem, ...others] = callDateProblems(parseDeck(text), '2024-01-25');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'date', detail: found });
    expect(problem === undefined ? '' : fixed(text, problem)).toBe(text.replace(found, after));
  });

  it('are looked for in the title and the front matter only', () => {
    const text =
      '---\ntitle: Call 2024-01-25\n---\n# Call 2024-01-25\n\nNext: 2024-02-01\n\n---\n\n# Summit 2024-05-02';
    expect(callDateProblems(parseDeck(text), '2024-01-25')).toEqual([]);
  });
});
