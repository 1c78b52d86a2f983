import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SaveBarrier } from './save-barrier.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function barrier() {
  const sent: number[] = [];
  let connected = true;
  const one = new SaveBarrier({
    send: (token) => {
      if (connected) sent.push(token);
      return connected;
    },
    changed: () => undefined,
  });
  return {
    one,
    sent,
    cut() {
      connected = false;
      one.lost();
    },
    mend() {
      connected = true;
      one.synced();
    },
  };
}

describe('SaveBarrier', () => {
  it('is not saved before the first answer', () => {
    const { one, sent } = barrier();
    expect(one.saved).toBe(false);
    one.synced();
    expect([one.saved, sent]).toEqual([false, [1]]);
    one.answered(1);
    expect([one.saved, one.unsavedSince]).toEqual([true, null]);
  });

  it('sends one token for a burst of keys, even while typing goes on', () => {
    const { one, sent } = barrier();
    one.synced();
    for (let key = 0; key < 10; key += 1) {
      one.touch();
      vi.advanceTimersByTime(20);
    }
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.length).toBeLessThan(6);
  });

  it('is not saved by an answer that was sent before the last key', () => {
    const { one, sent } = barrier();
    one.synced();
    one.touch();
    vi.advanceTimersByTime(60);
    one.touch();
    one.answered(2);
    expect(one.saved).toBe(false);
    vi.advanceTimersByTime(60);
    one.answered(sent.at(-1) ?? 0);
    expect(one.saved).toBe(true);
  });

  it('remembers since when words wait, across a lost connection', () => {
    const { one, cut, mend, sent } = barrier();
    one.synced();
    one.answered(1);
    const began = Date.now();
    one.touch();
    vi.advanceTimersByTime(60);
    cut();
    vi.advanceTimersByTime(5_000);
    one.touch();
    expect([one.saved, one.unsavedSince]).toEqual([false, began]);
    one.answered(2);
    expect(one.saved).toBe(false);
    mend();
    expect(one.saved).toBe(false);
    one.answered(sent.at(-1) ?? 0);
    expect([one.saved, one.unsavedSince]).toEqual([true, null]);
  });
});
