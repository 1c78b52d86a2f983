import { describe, expect, it } from 'vitest';

import {
  fileOfReference,
  indexPictures,
  kindOfReference,
  picturePlaces,
  pictureReferences,
} from './picture-references.ts';

const UUID = '0f6b1d9e-6a59-4e1a-9d5e-2f8f2f3c9b11';

describe('pictures in a text', () => {
  it('are found wherever a deck names one', () => {
    const text = [
      '---',
      "parallaxBackgroundImage: 'https://pads.example/uploads/sky.png'",
      '---',
      `<!-- .slide: data-background="https://pads.example/uploads/${UUID}.jpg" -->`,
      '![](a.png) ![alt](./b.jpg =300x)![](<c d.webp> "title")',
      '<img src="e.png" width="300" /> <img width=50% src=f.gif>',
      '![by reference][g]',
      '',
      '[g]: g.avif "title"',
      '<style>.slides { background: url("h.png") }</style>',
    ].join('\n');
    expect([...pictureReferences(text)].toSorted()).toEqual(
      [
        './b.jpg',
        'a.png',
        'c d.webp',
        'e.png',
        'f.gif',
        'g.avif',
        'h.png',
        `https://pads.example/uploads/${UUID}.jpg`,
        'https://pads.example/uploads/sky.png',
      ].toSorted(),
    );
  });

  it('are not seen in code, colours, empty links and data addresses', () => {
    const text = [
      '```',
      '![](code.png)',
      '```',
      '<!-- .slide: data-background="#fff" -->',
      '<!-- .slide: data-background="[](https://)" -->',
      '![](data:image/png;base64,AA)',
      '![]()',
      'Write `![](inline.png)` for a picture.',
    ].join('\n');
    expect(pictureReferences(text)).toEqual([]);
  });

  it('are found again after an unfinished code fence of another slide', () => {
    expect(pictureReferences('```\ncode\n```\n\n![](a.png)\n')).toEqual(['a.png']);
  });
});

describe('the place of a picture', () => {
  it('is where its address stands, behind code and words that are the same', () => {
    const text = [
      '```',
      '![](a.png)',
      '```',
      '![a.png](a.png "a.png")',
      '<img alt="b.png" src="b.png">',
      '![](<c d.png>)',
    ].join('\n');
    const places = picturePlaces(text);
    expect(places.map(({ from, to }) => text.slice(from, to))).toEqual(['a.png', 'c d.png', 'b.png']);
    expect(places.map(({ from }) => from)).toEqual([
      text.lastIndexOf('](a.png') + 2,
      text.indexOf('c d.png'),
      text.lastIndexOf('b.png'),
    ]);
  });

  it('has the address as a browser reads it', () => {
    expect(pictureReferences('![](https://p.example/a?b=1&amp;c=2)<img src="//p.example/?d&amp;e">')).toEqual([
      'https://p.example/a?b=1&c=2',
      '//p.example/?d&e',
    ]);
  });
});

it.each([
  ['![', ''],
  ['![a](', ''],
  ['<img ', ''],
  ['<img src', ''],
  ['url(', ''],
  ['\n', 'x'],
  ['data-background="', ''],
  ["data-background='", '"'],
  ['[a]: ', ''],
  ['```\n', ''],
  ['`', '\n'],
  ['parallaxBackgroundImage: "', '\n'],
])('a million letters of %j take no longer than any others', (part, end) => {
  const text = part.repeat(Math.ceil(1_000_000 / part.length)) + end;
  const began = performance.now();
  pictureReferences(text);
  expect(performance.now() - began).toBeLessThan(3_000);
});

describe('the file of a picture address', () => {
  const files = indexPictures([`calls/${UUID}.png`, `old/${UUID}.png`, 'old/pics/map.png', 'calls/Mole Süd.png']);

  it('is found by the name of its upload, beside the text first', () => {
    expect(fileOfReference(`https://pads.example/uploads/${UUID}.png`, 'calls/a.md', files)).toBe(`calls/${UUID}.png`);
    expect(fileOfReference(`https://pads.example/uploads/${UUID}.png`, 'old/a.md', files)).toBe(`old/${UUID}.png`);
    expect(fileOfReference(`https://pads.example/uploads/${UUID}.png`, 'elsewhere/a.md', files)).toBe(
      `calls/${UUID}.png`,
    );
  });

  it('is found by its relative path, also when that is encoded', () => {
    expect(fileOfReference('pics/map.png', 'old/a.md', files)).toBe('old/pics/map.png');
    expect(fileOfReference(`./${UUID}.png`, 'calls/a.md', files)).toBe(`calls/${UUID}.png`);
    expect(fileOfReference('Mole%20S%C3%BCd.png', 'calls/a.md', files)).toBe('calls/Mole Süd.png');
    expect(fileOfReference('../old/pics/map.png', 'calls/a.md', files)).toBe('old/pics/map.png');
    // A text that was written on a Mac may have a letter and its dots as two.
    expect(fileOfReference('Mole Su\u0308d.png', 'calls/a.md', files)).toBe('calls/Mole Süd.png');
    expect(fileOfReference('Mole%20Su%CC%88d.png', 'calls/a.md', files)).toBe('calls/Mole Süd.png');
  });

  it('is none for pictures of other servers and for those nobody saved', () => {
    expect(kindOfReference('https://other.example/map.png')).toBe('foreign');
    expect(fileOfReference('https://other.example/map.png', 'old/a.md', files)).toBeNull();
    expect(fileOfReference('lost.png', 'old/a.md', files)).toBeNull();
  });
});
