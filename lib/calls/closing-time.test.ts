import { expect, it } from 'vitest';

import { closingTime } from './closing-time.ts';

it('is six in the evening of the next day, by the clock of the call', () => {
  const startsAt = new Date('2026-03-28T22:30:00Z');
  expect(closingTime({ startsAt, timeZone: 'Europe/Berlin' }).toISOString()).toBe('2026-03-29T16:00:00.000Z');
  expect(closingTime({ startsAt, timeZone: 'Asia/Tokyo' }).toISOString()).toBe('2026-03-30T09:00:00.000Z');
});
