import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstLiveState, type LiveState } from '#lib/live/live-state.ts';
import { LiveAttendance } from './live-attendance.ts';

const START = '2026-11-27T15:00:00.000Z';
const ADA = { personId: 'ada', name: 'Ada' };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(START) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A live call that Ada presents, at one of one or more processes, looked at every second. */
function watched(shared: boolean) {
  const here = new Set(['ada']);
  const vouched: string[] = [];
  const attendance = new LiveAttendance({
    shared,
    isHere: (personId) => here.has(personId),
    vouch: (personId) => vouched.push(personId),
  });
  let state: LiveState = { ...firstLiveState(START), presenter: ADA };
  const pass = (seconds: number): LiveState => {
    for (let second = 0; second < seconds; second += 1) {
      vi.advanceTimersByTime(1_000);
      state = attendance.look(state)?.(state) ?? state;
    }
    return state;
  };
  pass(1);
  return { here, vouched, attendance, pass };
}

describe('whoever presents', () => {
  it('keeps the baton through a reload, of which nobody hears', () => {
    const { here, pass } = watched(false);
    here.clear();
    expect(pass(3)).toMatchObject({ presenter: ADA, awaySince: null, version: 1 });
    here.add('ada');
    expect(pass(60)).toMatchObject({ presenter: ADA, awaySince: null, version: 1 });
  });

  it('keeps it for a minute that all can see, and has it again when they are back', () => {
    const { here, pass } = watched(false);
    here.clear();
    expect(pass(4).awaySince).not.toBeNull();
    expect(pass(50)).toMatchObject({ presenter: ADA, version: 2 });
    here.add('ada');
    expect(pass(1)).toMatchObject({ presenter: ADA, awaySince: null, version: 3 });
  });

  it('has lost it after that minute', () => {
    const { here, pass } = watched(false);
    here.clear();
    expect(pass(70)).toMatchObject({ presenter: null, awaySince: null, offer: null });
  });

  it('is taken to be there as long as another process says so', () => {
    const { here, attendance, pass, vouched } = watched(true);
    expect(vouched).toEqual(['ada']);
    here.clear();
    attendance.vouched('ada');
    expect(pass(20).awaySince).toBeNull();
    attendance.vouched('ada');
    expect(pass(20).awaySince).toBeNull();
    expect(pass(10).awaySince).not.toBeNull();
  });

  it('is vouched for again and again, so that others may come later', () => {
    const { vouched, pass } = watched(true);
    pass(30);
    expect(vouched.length).toBeGreaterThanOrEqual(3);
  });
});
