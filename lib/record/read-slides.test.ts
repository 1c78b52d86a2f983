import { expect, it } from 'vitest';
import { readSlides } from './read-slides.ts';

const text =
  '---\nlang: ar\ndir: rtl\n---\n<!-- .slide: data-background="kept.png" -->\n# Call\n\n---\n\n<!-- .slide: data-background="kept.png" -->\n# Team Quay\n\n### Cranes\n\n![the old map](gone.png) ![](assets/0123456789abcdef.png) ![k](kept.png)\n\nNote: only for who presents\n\n----\n\n# Team Quay\n\n<style>p{}</style><b onclick="x()">bold</b>\n\n---\n\n# Alone\n';
const parts = [
  { title: 'Call', fromSlide: 0, toSlide: 1 },
  { title: 'Team Quay', fromSlide: 1, toSlide: 3 },
  { title: 'Skipped', fromSlide: 4, toSlide: 4 },
];

it('reads slides section by section: headings nested, notes left out, pictures kept or calmly missing', () => {
  const read = readSlides({ text, parts, assets: { 'kept.png': '/assets/k.png' } }, () => 2);
  expect([read.lang, read.dir, read.parts.map(({ part }) => part.title)]).toEqual(['ar', 'rtl', ['Call', 'Team Quay']]);
  expect(read.parts[0]?.slides).toEqual([
    { index: 0, html: '<p><img src="/assets/k.png" alt="" loading="lazy"></p>\n', headingOnly: false },
  ]);
  const [first, second] = read.parts[1]?.slides ?? [];
  expect(first?.html).toBe(
    '<h3>Cranes</h3>\n<p><i>A picture that was not kept: the old map</i> <img src="/assets/0123456789abcdef.png" alt="" loading="lazy"> <img src="/assets/k.png" alt="k" loading="lazy"></p>',
  );
  expect(second?.html).toBe('<p>bold</p>');
});

it('keeps the room of a picture whose size is known, also of one behind a slide', () => {
  const pictures = { assets: { 'kept.png': '/assets/k.png' }, sizes: { '/assets/k.png': { width: 960, height: 480 } } };
  const read = readSlides({ text, parts, ...pictures }, () => 2);
  const html = read.parts.flatMap(({ slides }) => slides.map((slide) => slide.html)).join('\n');
  expect(html.match(/<img [^>]*>/g)).toEqual([
    '<img src="/assets/k.png" alt="" width="960" height="480" loading="lazy">',
    '<img src="/assets/0123456789abcdef.png" alt="" loading="lazy">',
    '<img src="/assets/k.png" alt="k" width="960" height="480" loading="lazy">',
  ]);
});
