import { expect, it } from 'vitest';

import { exports as words } from '#lib/messages/exports.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

import { callMessage } from './call-message.ts';

const CALL = { title: 'Harbour call', day: 'Thu 10 Dec 2026', address: 'https://plenum.example/harbour/2026-12-10' };

it('tells of each section what it said first, who had nothing, and where it is', () => {
  const model = parseDeck(
    '# Harbour\n\n10 December\n\n---\n\n# Team Ops\n\nWe keep it running.\n\n----\n\n# Team Ops\n\n*Report by @eli*\n\n![](assets/x.png)\n\n- **New** [status page](https://a.example)\n    - more\n\n---\n\n# Empty\n',
  );
  const [start, ops, empty] = model.sections;
  const sections = [start, ops, empty].flatMap((section) =>
    section === undefined ? [] : [{ ...section, status: null }],
  );
  const docs = { title: 'SIG Docs', status: 'nothing', fromSlide: 4, toSlide: 4 };
  expect(callMessage({ ...CALL, model, sections: [...sections, docs] }, words.message)).toBe(
    [
      'Harbour call, Thu 10 Dec 2026',
      '• Harbour: 10 December',
      '• Team Ops: New status page',
      'Nothing this time: SIG Docs',
      CALL.address,
    ].join('\n'),
  );
});

it('has never more than a dozen lines, however many sections there are and however long they are', () => {
  const text = Array.from({ length: 30 }, (_, index) => `# Team ${index}\n\n${'long words '.repeat(60)}`).join(
    '\n\n---\n\n',
  );
  const model = parseDeck(text);
  const sections = model.sections.map((section) => ({ ...section, status: null }));
  const lines = callMessage({ ...CALL, model, sections }, words.message).split('\n');
  expect(lines).toHaveLength(12);
  expect(lines[10]).toMatch(/^Also: Team 9, Team 10,/);
  expect(Math.max(...lines.slice(0, 10).map((line) => line.length))).toBeLessThan(240);
});
