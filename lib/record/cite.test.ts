import { expect, it } from 'vitest';
import { citeAsMarkdown, citeAsText, type Cited } from './cite.ts';

const record: Cited = {
  quote: null,
  heading: null,
  team: null,
  call: 'Harbour Call',
  day: 'Thursday 12 December 2024',
  edition: 2,
  checksum: '0123456789abcdef'.repeat(4),
  address: 'https://plenum.example/harbour/2024-12-12@2',
};
const facts = 'Thursday 12 December 2024, edition 2 (SHA-256 0123456789abcdef…)';

it.each<[string, Partial<Cited>, string, string]>([
  ['a record', {}, `Harbour Call, ${facts}. ${record.address}`, `[Harbour Call](${record.address}), ${facts}`],
  [
    'a team’s slide, with words of it',
    { quote: 'The new crane\nlifts\r\n\r\n*at noon*', team: 'Team Quay', heading: 'Cranes' },
    `“The new crane lifts *at noon*” – Team Quay: Cranes, Harbour Call, ${facts}. ${record.address}`,
    `> The new crane\n> lifts\n> ${String.raw`\*at noon\*`}\n>\n> – [Team Quay: Cranes](${record.address}), Harbour Call, ${facts}`,
  ],
  [
    'a team’s section, whose name is said once',
    { team: 'Team Quay', heading: 'Team Quay', address: 'https://x.example/a_(b)' },
    `Team Quay, Harbour Call, ${facts}. https://x.example/a_(b)`,
    `[Team Quay](https://x.example/a_%28b%29), Harbour Call, ${facts}`,
  ],
])('cites %s', (_what, cited, text, markdown) => {
  expect(citeAsText({ ...record, ...cited })).toBe(text);
  expect(citeAsMarkdown({ ...record, ...cited })).toBe(markdown);
});

it('quotes no whole book', () => {
  expect(citeAsText({ ...record, quote: 'word '.repeat(5_000) }).length).toBeLessThan(2_300);
});
