import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { renderReading } from './reading.ts';

const options = { breaks: true, picture: (address: string) => (address.startsWith('assets/') ? `/${address}` : null) };

function reading(markdown: string): string {
  return renderReading(markdown, options).trim();
}

describe('the renderer of reading pages', () => {
  it.each([
    ['# <font color="red" onclick="x()">Red</font> words', '<h1>Red words</h1>'],
    ['a<br/>b</br>c', '<p>a<br>b<br>c</p>'],
    ['<style>p { color: red }</style>', ''],
    ['<div class="x">\nwords\n</div>', '<p>words</p>'],
    ['<!-- .slide: data-background="x" -->', ''],
    ['the <namespace> here', '<p>the &lt;namespace&gt; here</p>'],
    ['![a picture](assets/k.png =30x)', '<p><img src="/assets/k.png" alt="a picture" loading="lazy"></p>'],
    ['![a picture](https://elsewhere.example/x.png)', '<p>a picture</p>'],
    ['[x](https://x.example)', '<p><a href="https://x.example" rel="noopener noreferrer">x</a></p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['[x](vbscript:x) [y](foo:bar)', '<p>[x](vbscript:x) [y](foo:bar)</p>'],
    ['so $a < b$ holds', '<p>so $a &lt; b$ holds</p>'],
    ['```mermaid=\nA --> B\n```', '<pre><code>A --&gt; B\n</code></pre>'],
    ['[TOC]', ''],
    ['- words [name=Jane] [color=red]', '<ul>\n<li>words Jane </li>\n</ul>'],
    [
      '{%youtube 1G4isv_Fylg %}',
      '<p><a href="https://www.youtube.com/watch?v=1G4isv_Fylg" rel="noopener noreferrer">YouTube: https://www.youtube.com/watch?v=1G4isv_Fylg</a></p>',
    ],
    [
      '<iframe src="https://x.example/?a=1&amp;b=2"></iframe>',
      '<p><a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer">x.example: https://x.example/?a=1&amp;b=2</a></p>',
    ],
    ['<iframe src="javascript:alert(1)">', '<p>&lt;iframe src=&quot;javascript:alert(1)&quot;&gt;</p>'],
  ])('turns %j into %j', (markdown, html) => {
    expect(reading(markdown)).toBe(html);
  });

  it('lets no attribute through that could reach the page, whatever the text', () => {
    const parts = [
      '<img src=x onerror=alert(1)>',
      '<',
      '>',
      '"',
      "'",
      '<script>',
      '</script>',
      '<b',
      ' onclick="x"',
      '<a href="javascript:x">',
      '[x](',
      ')',
      '![',
      '](',
      '&quot;',
      '`',
      '\n',
      ':::info "><img>',
      '| a |\n|:-:|\n| b |',
      '[^1]',
      '[^1]: n',
      '*[A]: "><script>',
      'A',
      '<!--',
      '-->',
      '<style>',
      'style="x"',
      '{',
      '\0',
      '$a$',
      '{%pdf https://x.example/"><img> %}',
      '<iframe src="https://x.example/&quot;><img>">',
      '> [name=<b>] [color=red]',
      '```js=',
    ];
    const allowed = new Set([
      'href',
      'rel',
      'src',
      'alt',
      'loading',
      'title',
      'start',
      'type',
      'disabled',
      'checked',
      'open',
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), (chosen) => {
        const { document } = new JSDOM(`<main>${reading(chosen.join(''))}</main>`).window;
        for (const element of document.querySelectorAll('main *')) {
          expect(element.localName).toMatch(
            /^(?:p|a|img|h[1-6]|ul|ol|li|code|pre|em|strong|s|del|ins|mark|sub|sup|table|thead|tbody|tr|td|th|blockquote|hr|br|div|dl|dt|dd|abbr|section|span|input|details|summary)$/,
          );
          for (const { name, value } of element.attributes) {
            expect([...allowed]).toContain(name);
            expect(value).not.toMatch(/^\s*(?:javascript|vbscript|data):/i);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
