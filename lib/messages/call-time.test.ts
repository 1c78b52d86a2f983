import { expect, it } from 'vitest';
import { callTime } from './call-time.ts';

it('says how late a call is in whole minutes, and calls a little early or late on time', () => {
  expect([-300, -60, -59, 0, 29, 30, 90, 170].map(callTime.course)).toEqual([
    '5 min to spare',
    '1 min to spare',
    'on time',
    'on time',
    'on time',
    '1 min over',
    '2 min over',
    '3 min over',
  ]);
});

it('says how long a section usually takes', () => {
  expect([20, 60, 230].map(callTime.usually)).toEqual(['usually under 1 min', 'usually 1 min', 'usually 4 min']);
});

it('says how much of the time has passed', () => {
  expect(callTime.spentOf(100.7, 240)).toBe('1:40 of 4:00');
});
