import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LivePoint } from '#lib/live/live-state.ts';
import { pointIn, PointSender } from './point-sender.ts';

const at = (x: number): LivePoint => ({ x, y: 0.5 });

function pointing() {
  const sent: (LivePoint | null)[] = [];
  return { sender: new PointSender((each) => sent.push(each)), sent };
}

describe('pointing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells at most twelve places a second, and the last of them', () => {
    const { sender, sent } = pointing();
    for (let step = 0; step < 100; step++) {
      sender.point(at(step / 100));
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(100);
    expect(sent.length).toBeLessThanOrEqual(13);
    expect(sent.at(-1)).toEqual(at(0.99));
  });

  it('puts the light out at once, once, and not after the place that waited', () => {
    const { sender, sent } = pointing();
    sender.point(at(0.1));
    sender.point(at(0.2));
    sender.stop();
    sender.stop();
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([at(0.1), null]);
  });

  it('says nothing when nothing was lit', () => {
    const { sender, sent } = pointing();
    sender.stop();
    expect(sent).toEqual([]);
  });
});

describe('where a finger is on the slide', () => {
  const area = { left: 100, top: 50, width: 400, height: 200 };

  it('is a part of its width and height', () => {
    expect(pointIn(area, { clientX: 200, clientY: 200 })).toEqual({ x: 0.25, y: 0.75 });
  });

  it('stays on the slide', () => {
    expect(pointIn(area, { clientX: 0, clientY: 900 })).toEqual({ x: 0, y: 1 });
  });

  it('is nowhere on a slide without size', () => {
    expect(pointIn({ ...area, width: 0 }, { clientX: 1, clientY: 1 })).toBeNull();
  });
});
