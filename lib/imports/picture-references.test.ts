import { describe, expect, it } from 'vitest';

import { fileOfReference, indexPictures, kindOfReference, pictureReferences } from './picture-references.ts';

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
    ].join('\n');
    expect(pictureReferences(text)).toEqual([]);
  });

  it('are found again after an unfinished code fence of another slide', () => {
    expect(pictureReferences('```\ncode\n```\n\n![](a.png)\n')).toEqual(['a.png']);
  });
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
  });

  it('is none for pictures of other servers and for those nobody saved', () => {
    expect(kindOfReference('https://other.example/map.png')).toBe('foreign');
    expect(fileOfReference('https://other.example/map.png', 'old/a.md', files)).toBeNull();
    expect(fileOfReference('lost.png', 'old/a.md', files)).toBeNull();
  });
});
