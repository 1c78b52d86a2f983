import { expect, it } from 'vitest';

import { readAliasMap } from './alias-map.ts';

it('reads a map of old names, as JSON or as lines', () => {
  expect(readAliasMap('{"harbour": "2024-01-25"}')).toEqual({ harbour: '2024-01-25' });
  expect(readAliasMap('old,new\nharbour,2024-01-25\r\n# no\n"https://pads.example/s/x";calls/a.md\na\tb.md\n')).toEqual(
    {
      harbour: '2024-01-25',
      'https://pads.example/s/x': 'calls/a.md',
      a: 'b.md',
    },
  );
});

it.each(['', '{', '[]', '{"a": 1}', 'one two', 'a,b,c'])('refuses %j in a sentence', (text) => {
  expect(() => readAliasMap(text)).toThrow(/^This is no map/);
});
