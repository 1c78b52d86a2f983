import { expect, it } from 'vitest';
import { median, usualKey } from './usual-time.ts';

it('takes the middle, which one long call does not move', () => {
  expect(median([])).toBeNull();
  expect(median([240])).toBe(240);
  expect(median([200, 3600, 240])).toBe(240);
  expect(median([100, 200, 300, 9000])).toBe(250);
});

it('knows a section again by its team, a topic by its heading', () => {
  expect(usualKey('quay', 'Team Quay')).toBe(usualKey('quay', 'The Quay'));
  expect(usualKey(null, 'Welcome!')).toBe(usualKey(null, 'welcome'));
});
