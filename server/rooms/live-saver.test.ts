import { expect, it, vi } from 'vitest';
import { firstLiveState, type LiveState } from '#lib/live/live-state.ts';
import { NO_TIMES } from '#lib/live/section-times.ts';
import { LiveSaver, type LiveChange } from './live-saver.ts';

const START = firstLiveState('2026-11-27T15:00:00.000Z');
const blanked =
  (blank: boolean): LiveChange =>
  (state) => ({ ...state, blank, version: state.version + 1 });

it('keeps what was changed while it stored, also when the stored state was read before it knew', async () => {
  let stored: LiveState = START;
  let state: LiveState = START;
  const answers: (() => void)[] = [];
  const saver = new LiveSaver(
    {
      callId: 'call',
      seq: () => 1,
      durable: () => Promise.resolve(),
      newest: () => ({ state, times: NO_TIMES }),
      overtaken: () => Promise.resolve(),
      saved: () => undefined,
    },
    {
      load: () => Promise.resolve(null),
      keepHello: () => Promise.resolve(true),
      async save(_callId, live) {
        stored = live.state;
        await new Promise<void>((resolve) => {
          answers.push(resolve);
        });
        return true;
      },
    },
  );
  saver.standOn({ state: START, times: NO_TIMES }, true);
  const change = (next: LiveChange): void => {
    state = next(state) ?? state;
    saver.changed(next);
  };
  // A change that applies once only: read back, it is there already.
  change((before) =>
    before.presenter === null
      ? { ...before, presenter: { personId: 'a', name: 'Ada' }, version: before.version + 1 }
      : null,
  );
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  change(blanked(true));
  state = saver.standOn({ state: stored, times: NO_TIMES }, true) ?? state;
  answers[0]?.();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.();
  await saver.settled();
  expect(stored).toMatchObject({ blank: true, presenter: { name: 'Ada' } });
});
