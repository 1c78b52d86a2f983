import { describe, expect, it } from 'vitest';

import { addDays, dateIn, freeCallAddress, isCalendarDate, scheduleOf, startOfDay } from './call-date.ts';

describe('the date of a call', () => {
  it('is an instant in its zone, in summer and in winter', () => {
    expect(scheduleOf('2026-07-02', '15:05', 'Europe/Berlin').startsAt.toISOString()).toBe('2026-07-02T13:05:00.000Z');
    expect(scheduleOf('2026-12-03', '15:05', 'Europe/Berlin').startsAt.toISOString()).toBe('2026-12-03T14:05:00.000Z');
  });

  it('is noon when only the day is known', () => {
    const schedule = scheduleOf('2026-12-03', undefined, 'Pacific/Kiritimati');
    expect(schedule.hasTime).toBe(false);
    expect(dateIn(schedule.startsAt, 'Pacific/Kiritimati')).toBe('2026-12-03');
  });

  it('moves a time that the clock skips forward', () => {
    expect(scheduleOf('2026-03-29', '02:30', 'Europe/Berlin').startsAt.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is the day of its own zone, not of the server', () => {
    expect(dateIn(new Date('2026-12-31T23:30:00Z'), 'Europe/Berlin')).toBe('2027-01-01');
    expect(dateIn(new Date('2026-12-31T23:30:00Z'), 'America/New_York')).toBe('2026-12-31');
    expect(startOfDay('2026-07-02', 'Europe/Berlin').toISOString()).toBe('2026-07-01T22:00:00.000Z');
  });

  it('counts days over the end of a month', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('knows the calendar', () => {
    expect(isCalendarDate(2024, 2, 29)).toBe(true);
    expect(isCalendarDate(2023, 2, 29)).toBe(false);
    expect(isCalendarDate(2023, 13, 1)).toBe(false);
    expect(isCalendarDate(2023, 4, 0)).toBe(false);
  });

  it('takes the next free address', () => {
    const taken = new Set(['2026-12-03', '2026-12-03-2']);
    expect(freeCallAddress('2026-12-03', (address) => taken.has(address))).toBe('2026-12-03-3');
    expect(freeCallAddress('2026-12-10', (address) => taken.has(address))).toBe('2026-12-10');
  });
});
