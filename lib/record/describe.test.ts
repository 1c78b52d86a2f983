import { expect, it } from 'vitest';
import { describe, shorten } from './describe.ts';

it('says in plain words what a slide says, without its heading and notes', () => {
  const slide =
    '---\n\n<!-- .slide: data-background="x.png" -->\n# Team Quay\n\n- **The** [crane](https://x.example) lifts\n- _twice_\n\nNote: secret\n';
  expect(describe(slide, ['Team Quay'])).toBe('The crane lifts · twice');
  expect(describe('---\n\n![](a.png)\n')).toBe('');
});

it.each([
  ['short', 20, 'short'],
  ['cut at a word, not within', 18, 'cut at a word…'],
  ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
  ['🚢'.repeat(10), 6, '🚢🚢…'],
  ['one · two · three', 12, 'one · two…'],
])('shortens %j to %i characters', (text, longest, short) => {
  expect(shorten(text, longest)).toBe(short);
});
