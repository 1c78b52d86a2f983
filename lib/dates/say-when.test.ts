import { describe, expect, it } from 'vitest';

import { sameClock, sayDay, sayDistance, sayLongDay, sayTime, sayZone } from './say-when.ts';

const call = new Date('2026-12-03T14:05:00Z');
const berlin = 'Europe/Berlin';

describe('a date as people say it', () => {
  it('has the year only when it is another', () => {
    expect(sayDay(call, berlin, new Date('2026-11-21T10:00:00Z'))).toBe('Thu 3 Dec');
    expect(sayDay(call, berlin, new Date('2027-01-02T10:00:00Z'))).toBe('Thu 3 Dec 2026');
    expect(sayLongDay(call, berlin)).toBe('Thursday 3 December 2026');
  });

  it('has the time of its zone', () => {
    expect(sayTime(call, berlin)).toBe('15:05');
    expect(sayTime(new Date('2026-12-02T23:00:00Z'), berlin)).toBe('00:00');
  });

  it('says how far away it is', () => {
    const ago = (instant: string) => sayDistance(call, berlin, new Date(instant));
    expect(ago('2026-12-03T14:05:10Z')).toBe('now');
    expect(ago('2026-12-03T14:00:00Z')).toBe('in 5 minutes');
    expect(ago('2026-12-03T12:05:00Z')).toBe('in 2 hours');
    expect(ago('2026-12-03T15:05:00Z')).toBe('1 hour ago');
  });

  it('counts days by the calendar and not by hours', () => {
    expect(sayDistance(call, berlin, new Date('2026-12-02T22:30:00Z'))).toBe('tomorrow');
    expect(sayDistance(call, berlin, new Date('2026-12-02T12:00:00Z'))).toBe('tomorrow');
    expect(sayDistance(call, berlin, new Date('2026-12-05T01:00:00Z'))).toBe('2 days ago');
  });

  it('knows when two zones show the same clock', () => {
    expect(sameClock(call, berlin, 'Europe/Paris')).toBe(true);
    expect(sameClock(call, berlin, 'Europe/London')).toBe(false);
    expect(sayZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});
