import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer, BlameView } from '#lib/history/history-views.ts';
import { BlameStore } from './blame-store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A margin whose server answers with these, one after the other, and has all that was typed or not. */
function margin(...answers: readonly (Answer<BlameView> | Error)[]) {
  const rest = [...answers];
  const server = { asked: 0, safe: true };
  const store = new BlameStore(
    async () => {
      server.asked += 1;
      const answer = rest.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('Nobody answers.');
      return answer;
    },
    () => server.safe,
  );
  return { store, server, type: () => store.state.getSnapshot().type };
}

const blame: BlameView = { people: [], runs: [] };

test('who wrote is read when it is wanted, and again for newer words once they are saved', async () => {
  const { store, server, type } = margin(blame, blame);
  store.toggle();
  expect(type()).toBe('reading');
  await vi.advanceTimersByTimeAsync(0);
  expect(type()).toBe('shown');

  server.safe = false;
  store.newer();
  store.newer();
  await vi.advanceTimersByTimeAsync(5000);
  expect(server.asked).toBe(1);
  server.safe = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(server.asked).toBe(2);

  store.newer();
  store.toggle();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([type(), server.asked]).toEqual(['off', 2]);
});

test('without an answer it says why, and what is shown already stays', async () => {
  const away = margin({ refusal: 'Not for you.' });
  away.store.toggle();
  await vi.advanceTimersByTimeAsync(0);
  expect(away.store.state.getSnapshot()).toEqual({ type: 'refused', refusal: 'Not for you.' });

  const once = margin(blame, new Error('offline'));
  once.store.toggle();
  await vi.advanceTimersByTimeAsync(0);
  once.store.newer();
  await vi.advanceTimersByTimeAsync(5000);
  expect([once.type(), once.server.asked]).toEqual(['shown', 2]);
});
