import { expect, it } from 'vitest';
import { callElapsed } from './call-elapsed.ts';

const at = (time: string): number => Date.parse(`2026-12-03T${time}Z`);
const iso = (time: string): string => new Date(at(time)).toISOString();
const clock = { startedAt: iso('15:00:00'), pausedAt: null, pausedMs: 0 };

it('runs from the start, and stands still in a pause', () => {
  expect(callElapsed(clock, at('15:04:00'))).toBe(240_000);
  const paused = { ...clock, pausedAt: iso('15:04:00') };
  expect(callElapsed(paused, at('15:09:00'))).toBe(240_000);
  expect(callElapsed({ ...clock, pausedMs: 300_000 }, at('15:10:00'))).toBe(300_000);
});

it('does not run backwards where clocks differ', () => {
  expect(callElapsed(clock, at('14:59:00'))).toBe(0);
});
