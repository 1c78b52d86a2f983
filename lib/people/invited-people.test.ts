import fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';
import { readInvited } from './invited-people.ts';

it('reads what people paste', () => {
  const text = '"Ada Harbour" <Ada@Example.org>; ben@example.org,\n@cleo-quay\n\nDana Deck @dana\r\nEli  ';
  expect(readInvited(text)).toEqual({
    people: [
      { name: 'Ada Harbour', email: 'ada@example.org', handle: null },
      { name: 'ben', email: 'ben@example.org', handle: null },
      { name: 'cleo-quay', email: null, handle: 'cleo-quay' },
      { name: 'Dana Deck', email: null, handle: 'dana' },
      { name: 'Eli', email: null, handle: null },
    ],
    unread: [],
  });
});

it('takes a comma within quotation marks for a part of the name', () => {
  expect(readInvited('"Harbour, Ada" <ada@example.org>, "Ben').people.map(({ name }) => name)).toEqual([
    'Harbour, Ada',
    'Ben',
  ]);
});

it('counts somebody once who is named twice', () => {
  expect(readInvited('Ada <ada@example.org>\nADA@example.org').people).toHaveLength(1);
});

it('says which lines name nobody', () => {
  const { unread } = readInvited('ok\nnot@an address\n@-wrong-\nA\u202Eda');
  expect(unread.map(({ line, why }) => [line, why])).toEqual([
    [2, 'email'],
    [3, 'handle'],
    [4, 'name'],
  ]);
});

it('never fails, and takes names without invisible characters alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { name } of readInvited(text).people) expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
  );
});

it('makes initials of names in any script', () => {
  expect(['Ada Harbour', 'cleo', 'Ада Гавань', '@x', '张伟', '…'].map(initialsOf)).toEqual([
    'AH',
    'C',
    'АГ',
    'X',
    '张',
    '?',
  ]);
});
