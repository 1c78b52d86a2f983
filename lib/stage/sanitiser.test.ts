import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { ALLOWED_TAGS } from './allow-list.ts';
import { createSanitiser } from './sanitiser.ts';

const { window } = new JSDOM('');
const sanitise = createSanitiser(window);

function sanitised(html: string): string {
  return sanitise(html).innerHTML;
}

describe('the sanitiser of the stage', () => {
  it.each([
    ['<b onclick="x()">a</b>', '<b>a</b>'],
    ['a<?php x ?>b<!-- c --><![CDATA[d]]>', 'ab'],
    ['<b class="fragment" data-fragment-index="2">a</b>', '<b class="fragment" data-fragment-index="2">a</b>'],
    ['<b class="fragment" data-fragment-index="4294967294">a</b>', '<b class="fragment">a</b>'],
    ['<b class="fragment">a</b><!-- .element: data-fragment-index="1e9" -->', '<b class="fragment">a</b>'],
    ['<b style="position: fixed; color: red">a</b>', '<b style="color: red">a</b>'],
    ['<b class="reveal slides mine">a</b>', '<b class="mine">a</b>'],
    ['<input type="image" src="x" checked>', '<input type="checkbox" disabled="" checked="">'],
    ['<a href="javascript:x()">a</a>', '<a>a</a>'],
    ['<svg><style><img title="</style><img src=x onerror=x()>"></style></svg>', '<img>'],
  ])('of %j leaves %j', (html, left) => {
    expect(sanitised(html)).toBe(left);
  });

  it('keeps the words of what is nested deeper than any deck nests', () => {
    const deep = sanitise(`${'<table><tr><td>'.repeat(1000)}far <b>down</b>`);
    let depth = 0;
    for (let level: Element[] = [...deep.children]; level.length > 0; depth += 1)
      level = level.flatMap((element) => [...element.children]);
    expect(depth).toBe(64);
    expect(deep.textContent).toBe('far down');
    expect(sanitised('<ul><li>a <b>b</b></li></ul>')).toBe('<ul><li>a <b>b</b></li></ul>');
  });

  it('lets nothing through, and means the same when it is read again, whatever was put together', () => {
    const parts = [
      '<b ', '<i>', '</i>', '<p>', '<table>', '<tr><td>', '</table>', '<a href="javascript:x">', '<a href="java\nscript:x">', '<img src=x ',
      'onerror=x>', '>', '"', "'", '`', '<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?x ', '?>', '<!x ', '<style>', '</style>', '<svg>',
      '</svg>', '<math>', '<mtext>', '<mglyph>', '<annotation-xml encoding="text/html">', '<foreignObject>', '<title>', '</title>', '<desc>',
      '<form>', '</form>', '<select>', '<option>', '<template>', '</template>', '<noscript>', '</noscript>', '<textarea>', '</textarea>',
      '<xmp>', '<plaintext>', '<iframe srcdoc="', '<script>', '</script>', '<section>', '<input type=image ', '<details open ontoggle=x>',
      ' style="position:fixed"', ' class="reveal x"', ' id="slides"', ' data-src="x"', ' name="body"', ' is="x-y"', ' title="</style><img src=x onerror=x>"',
      '&lt;', '&gt;', '&quot;', '&#0;', '\0', '\f', '<x-y>', '<br/', '</br>', '<!-- .element: onclick="x" style="position:fixed" -->', 'words',
    ]; // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), (chosen) => {
        const once = sanitise(chosen.join(''));
        for (const element of once.querySelectorAll('*')) expectHarmless(element);
        const html = once.innerHTML;
        const again = sanitise(html);
        for (const element of again.querySelectorAll('*')) expectHarmless(element);
        const twice = sanitised(again.innerHTML);
        expect(twice).toBe(sanitised(twice));
      }),
      { numRuns: 150 },
    );
  });
});

function expectHarmless(element: Element): void {
  expect([...ALLOWED_TAGS, 'input']).toContain(element.localName);
  expect(element.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
  for (const { name, value } of element.attributes) {
    expect(name).not.toMatch(/^(?:on|src(?:doc|set)|data-(?!fragment-index)|name$|action|form|popover|target|ping)/);
    expect(name === 'is' ? value : '').toBe('');
  }
  expect(element.getAttribute('href') ?? '').not.toMatch(/^\s*j\s*a\s*v\s*a\s*s\s*c/i);
  expect(element.getAttribute('style') ?? '').not.toMatch(/fixed/);
  expect([...element.classList]).not.toContain('reveal');
}
