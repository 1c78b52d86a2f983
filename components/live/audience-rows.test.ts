import { describe, expect, it } from 'vitest';
import { mattersToAudience } from './audience-rows.ts';

describe('what an audience reads its page again for', () => {
  it.each([
    ['call', 'this', true],
    ['call', 'another', false],
    ['access', null, true],
    ['pictures', null, true],
    ['deck', 'this', false],
    ['history', 'this', false],
    ['title', 'this', false],
  ])('%s of %s', (what, callId, matters) => expect(mattersToAudience({ what, callId }, 'this')).toBe(matters));
});
