import fc from 'fast-check';
import { expect, it } from 'vitest';

import { changeCounts, whatChanged } from './what-changed.ts';

it('tells new, changed, repeated and dropped statements of a report', () => {
  const before = 'The old crane rests\nNew ropes were ordered for the north quay\nNight shift needs two more people';
  const now =
    'Night shift needs two more people.\nNew ropes have arrived for the north quay\nThe lighthouse got a lamp';
  expect(whatChanged(before, now)).toEqual([
    { kind: 'repeated', text: 'Night shift needs two more people.', before: null },
    {
      kind: 'changed',
      text: 'New ropes have arrived for the north quay',
      before: 'New ropes were ordered for the north quay',
    },
    { kind: 'new', text: 'The lighthouse got a lamp', before: null },
    { kind: 'dropped', text: 'The old crane rests', before: null },
  ]);
});

it('sees no difference in case, accents, look-alike letters, order and blank lines', () => {
  const changed = whatChanged('Über das Café\n\n***\nHarbour', 'HARBOUR\nuber das  cafe!');
  expect(changeCounts(changed)).toEqual({ new: 0, changed: 0, repeated: 2, dropped: 0 });
});

const text = fc
  .array(fc.array(fc.constantFrom('crane', 'rope', 'quay', 'lamp', '–', 'Ä', ''), { maxLength: 6 }), { maxLength: 30 })
  .map((lines) => lines.map((words) => words.join(' ')).join('\n'));

it('loses no statement of either report and invents none, and nothing changes against itself', () => {
  const says = (report: string) =>
    report
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /[\p{L}\p{N}]/u.test(line));
  fc.assert(
    fc.property(text, text, (before, now) => {
      const changed = whatChanged(before, now);
      const { new: fresh, changed: altered, repeated, dropped } = changeCounts(changed);
      expect(changed.filter(({ kind }) => kind !== 'dropped').map((statement) => statement.text)).toEqual(says(now));
      expect(altered + repeated + dropped).toBe(says(before).length);
      expect(fresh + altered + repeated).toBe(says(now).length);
      expect(changeCounts(whatChanged(now, now))).toEqual({
        new: 0,
        changed: 0,
        repeated: says(now).length,
        dropped: 0,
      });
    }),
    { numRuns: 300 },
  );
});
