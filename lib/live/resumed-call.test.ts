import { expect, it } from 'vitest';
import { resumedClock, resumedTimes } from './resumed-call.ts';
import { spentUntil } from './section-times.ts';

const iso = (time: string): string => `2026-12-03T${time}.000Z`;
const clock = { startedAt: iso('15:00:00'), pausedAt: null, pausedMs: 0 };
const gap = { endedAt: iso('15:10:00'), at: iso('15:20:00') };

it('leaves out the time in which a call had ended', () => {
  expect(resumedClock(clock, gap)).toEqual({ pausedMs: 600_000 });
  const resumed = resumedTimes({ spent: {}, since: iso('15:04:00') }, 'quay', gap);
  expect(spentUntil(resumed, 'quay', iso('15:21:00'))).toEqual({ quay: 420_000 });
});

it('lets a pause go on that was on at the end', () => {
  expect(resumedClock({ ...clock, pausedAt: iso('15:09:00') }, gap)).toEqual({ pausedMs: 0 });
  expect(resumedTimes({ spent: { quay: 5 }, since: null }, 'quay', gap)).toEqual({ spent: { quay: 5 }, since: null });
});
