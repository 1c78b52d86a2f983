import { describe, expect, it } from 'vitest';
import { NO_TIMES, spentUntil, timesAfter } from './section-times.ts';

const at = (second: number) => `2026-11-27T15:00:${String(second).padStart(2, '0')}.000Z`;
const on = (section: string | null, pausedAt: string | null = null) => ({ section, pausedAt });

describe('the times of sections', () => {
  it('run while a section is on the stage, and add up when it comes again', () => {
    let times = timesAfter(NO_TIMES, on(null), { ...on('ops'), at: at(0) });
    times = timesAfter(times, on('ops'), { ...on('docs'), at: at(10) });
    times = timesAfter(times, on('docs'), { ...on('ops'), at: at(15) });
    expect(spentUntil(times, 'ops', at(20))).toEqual({ ops: 15_000, docs: 5_000 });
    times = timesAfter(times, on('ops'), { ...on(null), at: at(21) });
    expect(times).toEqual({ spent: { ops: 16_000, docs: 5_000 }, since: null });
  });

  it('stand still in a pause', () => {
    let times = timesAfter(NO_TIMES, on(null), { ...on('ops'), at: at(0) });
    times = timesAfter(times, on('ops'), { ...on('ops', at(5)), at: at(5) });
    expect(spentUntil(times, 'ops', at(30))).toEqual({ ops: 5_000 });
    times = timesAfter(times, on('ops', at(5)), { ...on('ops'), at: at(30) });
    expect(spentUntil(times, 'ops', at(40))).toEqual({ ops: 15_000 });
  });

  it('are the same object while nothing changed, so that nobody is told', () => {
    const times = timesAfter(NO_TIMES, on(null), { ...on('ops'), at: at(0) });
    expect(timesAfter(times, on('ops'), { ...on('ops'), at: at(7) })).toBe(times);
  });

  it('never run backwards with a clock that does', () => {
    const times = timesAfter(NO_TIMES, on(null), { ...on('ops'), at: at(30) });
    expect(spentUntil(times, 'ops', at(10))).toEqual({ ops: 0 });
  });
});
