import { describe, expect, it } from 'vitest';
import {
  acceptLearnedSchema,
  addMemberSchema,
  headingFormSchema,
  knowable,
  mergeTeamsSchema,
  moveTeamSchema,
  splitTeamSchema,
  teamFormSchema,
} from './team-forms.ts';

const ONE = '01890000-0000-7000-8000-000000000001';
const TWO = '01890000-0000-7000-8000-000000000002';

function codesOf(schema: { safeParse(form: unknown): { error?: { issues: readonly { message: string }[] } } }) {
  return (form: unknown) => schema.safeParse(form).error?.issues.map(({ message }) => message) ?? [];
}

describe('the form of a team', () => {
  const codes = codesOf(teamFormSchema);

  it('takes what a browser sends', () => {
    const fields = { name: ' Team Quay ', blurb: 'Cranes\r\nand ropes', aliases: 'SIG Quay\r\n\r\n Quay ', hue: '210' };
    expect(teamFormSchema.parse(fields)).toEqual({
      name: 'Team Quay',
      blurb: 'Cranes\nand ropes',
      aliases: ['SIG Quay', 'Quay'],
      hue: 210,
    });
    expect(teamFormSchema.parse({ name: 'Quay' })).toEqual({ name: 'Quay', blurb: '', aliases: [], hue: null });
  });

  it.each([
    ['', 'name-empty'],
    ['   ', 'name-empty'],
    ['x'.repeat(300), 'name-long'],
    ['Team \u202EyauQ', 'name-hidden'],
    ['Team\u200BQuay', 'name-hidden'],
    ['Team\u0007Quay', 'name-hidden'],
    ['Team\u2028Quay', 'name-hidden'],
    ['Team\nQuay', 'name-hidden'],
    ['– ! –', 'name-letters'],
    ['⚓', 'name-letters'],
  ])('refuses the name %j', (name, code) => {
    expect(codes({ name })).toContain(code);
  });

  it.each([
    [{ blurb: 'x'.repeat(501) }, 'blurb-long'],
    [{ blurb: 'a\u2066b' }, 'blurb-hidden'],
    [{ blurb: 'a\u0000b' }, 'blurb-hidden'],
    [{ aliases: 'SIG Docs\nsig-docs' }, 'alias-twice'],
    [{ aliases: ['Docs', 'Docs'] }, 'alias-twice'],
    [{ aliases: 'x'.repeat(121) }, 'alias-long'],
    [{ aliases: 'a\u200Fb' }, 'alias-hidden'],
    [{ aliases: '***' }, 'alias-letters'],
    [{ aliases: Array.from({ length: 41 }, (_, at) => `Spelling ${at}`) }, 'alias-many'],
    [{ hue: '360' }, 'hue'],
    [{ hue: '-1' }, 'hue'],
    [{ hue: 'blue' }, 'hue'],
    [{ hue: 1.5 }, 'hue'],
  ])('refuses %j', (part, code) => {
    expect(codes({ name: 'Docs team', ...part })).toContain(code);
  });

  it('lets a team be renamed to one of its aliases', () => {
    expect(teamFormSchema.parse({ name: 'Docs', aliases: 'docs\nSIG Docs' }).aliases).toEqual(['SIG Docs']);
  });
});

describe('the other forms', () => {
  it('refuse what cannot be meant', () => {
    expect(codesOf(mergeTeamsSchema)({ team: ONE, into: ONE })).toEqual(['same-team']);
    expect(codesOf(mergeTeamsSchema)({ team: ONE, into: TWO })).toEqual([]);
    expect(codesOf(moveTeamSchema)({ team: ONE, to: 'away' })).toEqual(['to']);
    expect(codesOf(splitTeamSchema)({ team: ONE, name: 'Docs', spellings: [] })).toEqual(['spellings']);
    expect(codesOf(headingFormSchema)({ heading: '' })).toContain('alias-empty');
    expect(codesOf(addMemberSchema)({ team: ONE, name: '@' })).toEqual(['member-empty']);
    expect(codesOf(addMemberSchema)({ team: ONE, name: 'a\u202Eb' })).toEqual(['member-hidden']);
    expect(codesOf(addMemberSchema)({ team: 'quay', name: 'Ada' })).toEqual(['team']);
    expect(codesOf(addMemberSchema)({ team: ONE, person: '', name: 'Ada' })).toEqual([]);
    expect(codesOf(acceptLearnedSchema)({ teams: [], topics: [] })).toEqual(['nothing']);
  });
});

it('makes a heading of a deck knowable, or says that it is not', () => {
  expect(knowable('Team\u200B  Quay \u202E')).toBe('Team Quay');
  expect(knowable('x'.repeat(121))).toBeNull();
  expect(knowable('---')).toBeNull();
});
