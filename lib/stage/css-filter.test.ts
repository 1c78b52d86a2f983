import { describe, expect, it } from 'vitest';
import { filterStyleAttribute, scopeSelectors } from './css-filter.ts';

describe('a style attribute', () => {
  it.each([
    ['color: red; text-shadow: -1px 1px 0 #FFF', 'color: red; text-shadow: -1px 1px 0 #FFF'],
    ['position: relative; left: 3px', 'position: relative; left: 3px'],
    ['position:fixed;color:red', 'color: red'],
    ['background: url(https://x.example/a.png); width: 50%', 'width: 50%'],
    ['background: u\\72l(x)', ''],
    ['position:fi/**/xed', ''],
    ['content: "\n;position:fixed;x:"', 'content: " ;position:fixed;x:"'],
    ['font-family: "a;b", serif', 'font-family: "a;b", serif'],
    ['behavior: url(x); animation: a 1s; --x: 1', ''],
    ['color', ''],
    // What the browser ends, the filter must end too.
    ["content: (')') ; position: fixed; color: ''", "content: (')'); color: ''"],
    ['color: rgb(;position: fixed;); top: 1px', 'color: rgb(;position: fixed;); top: 1px'],
    ['color: {;}; position: fixed', 'color: {;}'],
    ['box-shadow: 0 0 9px 9px #999999; filter: blur(3px)', 'box-shadow: 0 0 9px 9px #999999; filter: blur(3px)'],
    ['box-shadow: 0 0 9999px red; filter: blur(1e9px); text-shadow: 0 0 100em red', ''],
  ])('of %j keeps %j', (style, kept) => {
    expect(filterStyleAttribute(style)).toBe(kept);
  });
});

describe("the selectors of a deck's own CSS", () => {
  it.each([
    ['h1', ':where(.reveal .slides) h1'],
    ['.slides h1, .slides li', ':where(.reveal) .slides h1, :where(.reveal) .slides li'],
    ['.reveal p', '.reveal p'],
    ['body', '.reveal'],
    ['html > body .reveal h2', '.reveal h2'],
    ['.slideshow', ':where(.reveal .slides) .slideshow'],
    ['a:is(h1, h2)', ':where(.reveal .slides) a:is(h1, h2)'],
    ['h1:is(:not(a, b), body)', ':where(.reveal .slides) h1:is(:not(a, b), body)'],
    ['[title="]\\",body" i]', ':where(.reveal .slides) [title="]\\",body" i]'],
  ])('%j become %j', (selectors, scoped) => {
    expect(scopeSelectors(selectors)).toBe(scoped);
  });
});
