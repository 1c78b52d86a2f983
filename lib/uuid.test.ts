import { expect, it } from 'vitest';
import { isUuid } from './uuid.ts';

const ID = '019ac3f0-7f6b-7c21-9d4e-0a1b2c3d4e5f';

it('knows the ids of rows', () => {
  expect(isUuid(ID)).toBe(true);
});

it.each([ID.toUpperCase(), `${ID}\n`, ` ${ID}`, `${ID}\0`, ID.replaceAll('-', ''), '', null, undefined, 7, [ID]])(
  'does not take %j for one',
  (value) => {
    expect(isUuid(value)).toBe(false);
  },
);
