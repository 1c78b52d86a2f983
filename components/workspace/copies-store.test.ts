import { expect, it } from 'vitest';
import type { CopyAnswer } from '#lib/assets/foreign-pictures.ts';
import { CopiesStore } from './copies-store.ts';

/** A store whose server is asked by the test: it says which address it is asked for, and what it answers. */
function copying() {
  const asked: string[] = [];
  const kept: string[] = [];
  let answer: PromiseWithResolvers<CopyAnswer>;
  const store = new CopiesStore(
    (address) => {
      asked.push(address);
      answer = Promise.withResolvers();
      return answer.promise;
    },
    ({ address }) => kept.push(address),
  );
  /** The answer has come, and what follows of it. */
  const settle = async (come: () => void) => {
    come();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
  return {
    keep: store.keep,
    stop: store.stop,
    putAway: store.putAway,
    asked,
    kept,
    now: store.getSnapshot,
    give: () => settle(() => answer.resolve({ kept: { address: asked.at(-1) ?? '', path: '/assets/x.png' } })),
    refuse: (reason: string, final = false) => settle(() => answer.resolve({ refusal: reason, final })),
    fail: () => settle(() => answer.reject(new Error('the connection is gone'))),
  };
}

it('keeps one after the other, each once, and names those that cannot be had', async () => {
  const { keep, now, asked, kept, give, refuse } = copying();
  keep(['a', 'b', 'a']);
  keep(['b', 'c']);
  expect(now()).toMatchObject({ current: 'a', waiting: ['b', 'c'] });
  await give();
  await refuse('It is gone.');
  expect(now()).toMatchObject({
    current: 'c',
    waiting: [],
    kept: 1,
    failed: [{ address: 'b', reason: 'It is gone.' }],
  });
  await give();
  expect(now()).toMatchObject({ current: null, kept: 2, left: 0 });
  expect([asked, kept]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'c'],
  ]);
});

it('begins no other once it is stopped', async () => {
  const { keep, stop, now, asked, give } = copying();
  keep(['a', 'b', 'c']);
  stop();
  expect(now()).toMatchObject({ current: 'a', waiting: [], left: 2 });
  await give();
  expect(now()).toMatchObject({ current: null, kept: 1, left: 2 });
  expect(asked).toEqual(['a']);
});

it('does not go on when all others would be refused, too', async () => {
  const one = copying();
  one.keep(['a', 'b']);
  await one.refuse('Too many.', true);
  expect(one.now()).toMatchObject({ current: null, failed: [{ address: 'a' }], left: 1 });
  const other = copying();
  other.keep(['a', 'b']);
  await other.fail();
  expect(other.now()).toMatchObject({ current: null, failed: [{ address: 'a' }], left: 1 });
});

it('counts anew when it begins again, and is put away only when it is over', async () => {
  const { keep, putAway, now, give, refuse } = copying();
  keep(['a']);
  putAway();
  expect(now().current).toBe('a');
  await refuse('It is gone.');
  keep(['a']);
  expect(now()).toMatchObject({ current: 'a', failed: [], kept: 0 });
  await give();
  expect(now()).toMatchObject({ kept: 1, failed: [] });
  putAway();
  expect(now()).toMatchObject({ current: null, kept: 0 });
});
