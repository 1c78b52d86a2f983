import { expect, it } from 'vitest';
import { LiveAsking } from './live-asking.ts';
import type { Member } from './member.ts';

/** Somebody whose standing is known when the database answers. */
function somebody(): { readonly member: Member; readonly answer: () => void } {
  const answered = Promise.withResolvers<void>();
  const member: Member = {
    standing: { person: null, read: true, write: false, present: false, takeOver: false, audienceOnly: true },
    speaksOurs: true,
    deliver: () => undefined,
    tell: () => undefined,
    close: () => undefined,
    refreshStanding: () => answered.promise,
    recheck: () => Promise.resolve(),
  };
  return { member, answer: answered.resolve };
}

it('lets nobody wait for somebody else, and does what one asks in order', async () => {
  const [slow, quick] = [somebody(), somebody()];
  const asking = new LiveAsking();
  const done: string[] = [];
  const ask = ({ member }: typeof slow, what: string, takes = Promise.resolve()) =>
    asking.ask(member, async () => {
      await takes;
      done.push(what);
    });
  const later = Promise.withResolvers<void>();
  const slowOnes = [ask(slow, 'hello'), ask(slow, 'hello again')];
  const quickOnes = [ask(quick, 'move', later.promise), ask(quick, 'move on')];
  quick.answer();
  later.resolve();
  await Promise.all(quickOnes);
  expect(done).toEqual(['move', 'move on']);
  slow.answer();
  await Promise.all(slowOnes);
  expect(done).toEqual(['move', 'move on', 'hello', 'hello again']);
});

it('goes on after what failed', async () => {
  const { member, answer } = somebody();
  answer();
  const asking = new LiveAsking();
  await expect(asking.ask(member, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(asking.ask(member, () => Promise.resolve())).resolves.toBeUndefined();
});

it('does not wait for the database where what is known will do, and asks it all the same', async () => {
  const { member, answer } = somebody();
  const asking = new LiveAsking();
  let asked = 0;
  const counted: Member = { ...member, refreshStanding: () => ((asked += 1), member.refreshStanding()) };
  await asking.ask(
    counted,
    () => Promise.resolve(),
    () => true,
  );
  expect(asked).toBe(1);
  answer();
});
