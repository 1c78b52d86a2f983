import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionStatus } from '#lib/sync/connection-status.ts';
import { Cell } from './cell.ts';
import { SafetyStore } from './safety-store.ts';

const live = (saved: boolean): ConnectionStatus => ({
  type: 'live',
  saved,
  savedAt: 1,
  degraded: false,
  writable: true,
});

function open(status: ConnectionStatus) {
  const source = new Cell(status);
  const safety = new SafetyStore(source);
  const saved = () => {
    const { status: shown } = safety.getSnapshot();
    return shown.type === 'live' && shown.saved;
  };
  return { source, safety, saved };
}

describe('calmed status', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says at once that something is unsaved', () => {
    const { source, saved } = open(live(true));
    source.set(live(false));
    expect(saved()).toBe(false);
  });

  it('says saved a moment after it is true', () => {
    const { source, saved } = open(live(true));
    source.set(live(false));
    source.set(live(true));
    expect(saved()).toBe(false);
    vi.advanceTimersByTime(400);
    expect(saved()).toBe(true);
  });

  it('does not say saved when typing went on meanwhile', () => {
    const { source, saved } = open(live(true));
    source.set(live(false));
    source.set(live(true));
    vi.advanceTimersByTime(300);
    source.set(live(false));
    vi.advanceTimersByTime(1000);
    expect(saved()).toBe(false);
  });

  it('says when the server does not confirm for long', () => {
    const { source, safety } = open(live(true));
    source.set(live(false));
    vi.advanceTimersByTime(5000);
    expect(safety.getSnapshot().slow).toBe(true);
    source.set(live(true));
    vi.advanceTimersByTime(400);
    expect(safety.getSnapshot().slow).toBe(false);
  });

  it('says at once that the connection is gone', () => {
    const { source, safety } = open(live(false));
    source.set({ type: 'offline', kept: 'here', unsavedSince: 1 });
    expect(safety.getSnapshot().status.type).toBe('offline');
  });
});
