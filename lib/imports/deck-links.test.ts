import { expect, it } from 'vitest';

import { noteName, ownNames, rewriteLinks, uploadHosts, type OldNames } from './deck-links.ts';

const NAMES: OldNames = {
  notes: new Map([
    ['harbour-call', '/harbour/2024-01-25'],
    ['rJ2kz', '/harbour/2024-02-08'],
  ]),
  files: new Map([
    ['calls/20240125.md', '/harbour/2024-01-25'],
    ['calls/Süd.md', '/south/2024-01-25'],
  ]),
  hosts: new Set(['pads.example']),
};
const rewritten = (text: string): string => rewriteLinks(text, 'calls/20240208.md', NAMES).text;

it('leads links to notes and files that are known to their calls, however they are written', () => {
  for (const [before, after] of [
    ['[a](https://pads.example/harbour-call)', '[a](/harbour/2024-01-25)'],
    ['[a](https://pads.example/s/rJ2kz "title")', '[a](/harbour/2024-02-08 "title")'],
    ['[a](https://pads.example/p/rJ2kz#/3)', '[a](/harbour/2024-02-08)'],
    ['[a](<https://pads.example/harbour-call?both>)', '[a](</harbour/2024-01-25>)'],
    ['[![](x.png)](/harbour-call)', '[![](x.png)](/harbour/2024-01-25)'],
    ['[a](./20240125.md) [b](20240125.md#x)', '[a](/harbour/2024-01-25) [b](/harbour/2024-01-25)'],
    ['[a](../calls/20240125.md)', '[a](/harbour/2024-01-25)'],
    ['[a](Su\u0308d.md) [b](Su%CC%88d.md)', '[a](/south/2024-01-25) [b](/south/2024-01-25)'],
    ['<a class="x" href="https://pads.example/harbour-call">a</a>', '<a class="x" href="/harbour/2024-01-25">a</a>'],
    ['[a]\n\n[a]: https://pads.example/harbour-call', '[a]\n\n[a]: /harbour/2024-01-25'],
    ['<https://pads.example/harbour-call>', '[https://pads.example/harbour-call](/harbour/2024-01-25)'],
  ] as const)
    expect(rewritten(before)).toBe(after);
});

it('leaves everything else as it is', () => {
  for (const text of [
    '[a](https://other.example/harbour-call)',
    '[a](https://pads.example/unknown)',
    '[a](https://pads.example/harbour-call/deeper)',
    '[a](mailto:harbour-call)',
    '[a](//pads.example/harbour-call)',
    '[a](#harbour-call)',
    '```\n[a](https://pads.example/harbour-call)\n```',
    'Write `[a](/harbour-call)`.',
    '[a](20240101.md)',
    '[a](https://%)',
    '',
  ])
    expect(rewritten(text)).toBe(text);
});

it('says how many it changed', () => {
  expect(rewriteLinks('[a](/harbour-call) [b](/rJ2kz) [c](/else)', 'a.md', NAMES).count).toBe(2);
});

it('takes no longer for a text that is made to be slow', () => {
  for (const part of ['](', '[', 'href="', 'href=', '<https://', '[a]: ']) {
    const began = performance.now();
    rewriteLinks(part.repeat(1_000_000 / part.length), 'a.md', NAMES);
    expect(performance.now() - began).toBeLessThan(3_000);
  }
});

it('finds the names that a note had, and the server it was on', () => {
  expect(ownNames('calls/harbour-call.md', '---\ntitle: x\nalias: "old-name"\nshortid: rJ2kz\n---\n\n# A\n')).toEqual([
    'harbour-call',
    'old-name',
    'rJ2kz',
  ]);
  expect(ownNames('a.md', '# No front matter\nalias: b')).toEqual(['a']);
  expect(['https://pads.example/s/rJ2kz#x', '/p/rJ2kz', 'rJ2kz', '/a/b/c'].map(noteName)).toEqual([
    'rJ2kz',
    'rJ2kz',
    'rJ2kz',
    null,
  ]);
  expect(uploadHosts(['https://pads.example/uploads/a.png', 'https://x.example/a.png', 'uploads/a.png'])).toEqual([
    'pads.example',
  ]);
});
