import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { ATOM_FOOT, atomEntry, atomHead, wholeAddresses } from './atom.ts';

it('is well-formed whatever people write, and gives back what they wrote', () => {
  const odd = 'a <b> & "c" ]]> \u0000\u0008\uFFFE\uD800 ü 🚢';
  const page = 'https://x.example/h/2024-12-12?a=1&b="2"';
  const feed = {
    id: 'urn:uuid:1',
    title: odd,
    subtitle: odd,
    author: odd,
    updated: '2024-12-12T15:05:00.000Z',
    self: page,
    page,
  };
  const entry = { ...feed, published: feed.updated, summary: odd, content: `<p>${odd}</p>` };
  const { window } = new JSDOM(atomHead(feed) + atomEntry(entry) + ATOM_FOOT, { contentType: 'application/xml' });
  const said = (name: string) => [...window.document.querySelectorAll(name)].map((each) => each.textContent);
  const kept = 'a <b> & "c" ]]> \uFFFD ü 🚢';
  expect(said('title')).toEqual([kept, kept]);
  expect(said('content')).toEqual([`<p>${kept}</p>`]);
  expect(window.document.querySelector('entry > link')?.getAttribute('href')).toBe(page);
});

it('makes own addresses whole, and no others', () => {
  const html = '<img src="/assets/k.png"><a href="//x.example">a</a> <a href="#1">b</a><p> src=&quot;/x&quot;</p>';
  expect(wholeAddresses(html, 'https://p.example')).toBe(html.replace('"/assets', '"https://p.example/assets'));
});
