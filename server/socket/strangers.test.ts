import { expect, it } from 'vitest';
import type { DeckAccess } from '#server/accounts/deck-access.ts';
import type { Visitor } from '#lib/visitor.ts';
import { onceForStrangers } from './strangers.ts';

const stranger: Visitor = { person: null, linkIds: [] };
const ada: Visitor = { person: { id: 'ada', name: 'Ada', hue: 0, admin: false, signedIn: true }, linkIds: [] };

/** A table that answers when it is told to, and counts how often it was asked. */
function table() {
  const waiting: PromiseWithResolvers<DeckAccess>[] = [];
  const access = onceForStrangers(() => {
    const answer = Promise.withResolvers<DeckAccess>();
    waiting.push(answer);
    return answer.promise;
  });
  return { access, waiting };
}

it('asks once for strangers who come together, by deck, and again for who comes later', async () => {
  const { access, waiting } = table();
  const refused = [access(stranger, 'deck'), access(stranger, 'deck')];
  void access(stranger, 'other');
  expect(waiting).toHaveLength(2);
  waiting[0]?.reject(new Error('no'));
  expect((await Promise.allSettled(refused)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  void access(stranger, 'deck');
  expect(waiting).toHaveLength(3);
});

it('asks for everybody else by themselves', () => {
  const { access, waiting } = table();
  void access(ada, 'deck');
  void access(ada, 'deck');
  void access({ ...stranger, linkIds: ['link'] }, 'deck');
  void access({ ...stranger, linkIds: ['link'] }, 'deck');
  expect(waiting).toHaveLength(4);
});
