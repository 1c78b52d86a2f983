import { describe, expect, it } from 'vitest';
import { slideRenderer } from './render-slide.ts';

const render = slideRenderer({ breaks: true });
const name = '<small class="said-by" title="Name">Jane Doe</small>';
const time = '<small class="said-at" title="Time">Mon, Jun 28 10:30</small>';

describe('the tags of a quotation', () => {
  it.each([
    ['> words [name=Jane Doe] [time=Mon, Jun 28 10:30]', `<blockquote>\n<p>words ${name} ${time}</p>\n</blockquote>`],
    ['> x [color=#907bf7]', '<blockquote style="border-left: 8px solid #907bf7">\n<p>x </p>\n</blockquote>'],
    ['> x [color=rgb(1, 2, 3)]', '<blockquote style="border-left: 8px solid rgb(1, 2, 3)">\n<p>x </p>\n</blockquote>'],
    ['- [name=Jane Doe] x', `<ul>\n<li>${name} x</li>\n</ul>`],
    ['- x [color=red]', '<ul>\n<li>x <span class="colour-mark" style="color: red"></span></li>\n</ul>'],
    [
      '> a\n>\n> > b [color=red]',
      '<blockquote>\n<p>a</p>\n<blockquote style="border-left: 8px solid red">\n<p>b </p>\n</blockquote>\n</blockquote>',
    ],
  ])('%j say who, when and in which colour', (source, html) => {
    expect(render(source).trim()).toBe(html);
  });

  it.each([
    ['[name=Jane] [color=red]', '<p>[name=Jane] [color=red]</p>'],
    ['> x\n\n[name=Jane]', '<blockquote>\n<p>x</p>\n</blockquote>\n<p>[name=Jane]</p>'],
    ['> [color=red 1px; x]', '<blockquote>\n<p>[color=red 1px; x]</p>\n</blockquote>'],
    ['> `[name=Jane]`', '<blockquote>\n<p><code>[name=Jane]</code></p>\n</blockquote>'],
    ['> [name=<b>]', '<blockquote>\n<p>[name=<b>]</p>\n</blockquote>'],
  ])('%j has none', (source, html) => {
    expect(render(source).trim()).toBe(html);
  });
});

describe('[TOC]', () => {
  it('alone in a paragraph is an empty place, elsewhere it is text', () => {
    expect(render('[toc]\n\n# a')).toBe('<div class="toc"></div>\n<h1>a</h1>\n');
    expect(render('see [TOC]')).toBe('<p>see [TOC]</p>\n');
  });
});
