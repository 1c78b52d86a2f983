import { describe, expect, it } from 'vitest';
import { safeLink } from './link-scheme.ts';
import { pictureAddress } from './picture-address.ts';

const assets = {
  'assets/k.png': '/assets/k.png',
  'a picture.jpg': '/assets/b.jpg',
  'https://pad.example/uploads/u.png': '/assets/c.png',
};

describe('the address of a picture', () => {
  it.each([
    ['assets/k.png', false, '/assets/k.png'],
    ['./assets/k.png', false, '/assets/k.png'],
    ['a%20picture.jpg', false, '/assets/b.jpg'],
    ['https://pad.example/uploads/u.png', false, '/assets/c.png'],
    ['https://elsewhere.example/u.png', false, null],
    ['https://elsewhere.example/u.png', true, 'https://elsewhere.example/u.png'],
    ['//elsewhere.example/u.png', true, 'https://elsewhere.example/u.png'],
    ['https://elsewhere.example/100%.png', true, 'https://elsewhere.example/100%25.png'],
    ['https://elsewhere.example/%FF.png', true, 'https://elsewhere.example/%25FF.png'],
    ['assets/0123456789abcdef.webp', false, '/assets/0123456789abcdef.webp'],
    ['./assets/0123456789abcdef.svg', false, '/assets/0123456789abcdef.svg'],
    ['assets/0123456789abcdef.html', true, null],
    ['assets/0123456789abcde.png', true, null],
    ['assets/../0123456789abcdef.png', true, null],
    ['gone.png', true, null],
    ['javascript:alert(1)', true, null],
    ['data:image/png;base64,AAAA', false, 'data:image/png;base64,AAAA'],
    ['data:text/html,x', true, null],
    ['__proto__', true, null],
  ])('%j, foreign ones allowed: %j, is %j', (written, foreignPictures, address) => {
    expect(pictureAddress(written, { assets, foreignPictures })).toBe(address);
  });
});

describe('the address of a link', () => {
  it.each([
    ['https://x.example/a', 'https://x.example/a'],
    ['mailto:a@x.example', 'mailto:a@x.example'],
    ['javascript:alert(1)', null],
    [' java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['/series/now', null],
    ['#/2', null],
  ])('%j is %j', (href, address) => {
    expect(safeLink(href)).toBe(address);
  });
});
