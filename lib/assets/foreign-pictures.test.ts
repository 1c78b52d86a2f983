import { expect, it } from 'vitest';
import { foreignPicturesIn } from './foreign-pictures.ts';

it('finds pictures on other servers of which no copy is kept, wherever a deck names them', () => {
  const text = [
    '<!-- .slide: data-background="https://pads.example/uploads/sky.jpg" -->',
    '![](https://p.example/a.png) ![](//p.example/b) ![](HTTP://p.example/a?b=1&amp;c)',
    '![](https://p.example/a.png) ![](https://p.example/kept.png)',
    '![](assets/0123456789abcdef.png) ![](/uploads/c.png) ![](d.png) ![](data:image/png;base64,AA) ![](ftp://p.example/e.png)',
    '![](https://) ![](https://[::1)',
    '```',
    '![](https://p.example/code.png)',
    '```',
  ].join('\n');
  expect(foreignPicturesIn(text, { 'https://p.example/kept.png': '/assets/x.png' }).toSorted()).toEqual(
    [
      '//p.example/b',
      'HTTP://p.example/a?b=1&c',
      'https://p.example/a.png',
      'https://pads.example/uploads/sky.jpg',
    ].toSorted(),
  );
});
