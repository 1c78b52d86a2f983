import { describe, expect, it } from 'vitest';
import { CLOSED, may, NOBODY, type AccessRules, type Act, type Asker } from './access.ts';

const ACTS: readonly Act[] = [
  'series.create',
  'series.read',
  'series.manage',
  'series.delete',
  'series.restore',
  'call.plan',
  'call.read',
  'call.start',
  'call.end',
  'call.delete',
  'deck.read',
  'deck.write',
  'deck.history',
  'live.read',
  'live.present',
  'live.takeOver',
  'record.read',
  'import.run',
  'asset.read',
  'asset.describe',
  'asset.manage',
  'instance.manage',
];
const ADA: Asker = { ...NOBODY, personId: 'ada', signedIn: true };
const ASKERS: Readonly<Record<string, Asker>> = {
  nobody: NOBODY,
  'read link': { ...NOBODY, link: 'read' },
  'write link': { ...NOBODY, link: 'write' },
  'signed in': ADA,
  reader: { ...ADA, role: 'reader' },
  writer: { ...ADA, role: 'writer' },
  host: { ...ADA, role: 'host' },
  admin: { ...ADA, admin: true },
};
const PRESET: AccessRules = { ...CLOSED, readLive: 'public', readRecords: 'public' };
const BY_LINK: AccessRules = { ...CLOSED, readDecks: 'link', readLive: 'link', readRecords: 'link', write: 'link' };

const allowed = (asker: Asker | undefined, rules: AccessRules): string =>
  ACTS.filter((act) => may(asker ?? NOBODY, act, rules)).join(' ');

const FOLLOW = 'series.read call.read live.read record.read';
const READ = 'series.read call.read deck.read deck.history live.read record.read asset.read';
const WRITE =
  'series.read call.read deck.read deck.write deck.history live.read live.present record.read asset.read asset.describe';
const HOST =
  'series.create series.read series.manage series.delete series.restore call.plan call.read call.start call.end call.delete deck.read deck.write deck.history live.read live.present live.takeOver record.read import.run asset.read asset.describe asset.manage';

describe('who may do what', () => {
  it.each([
    ['nobody', FOLLOW],
    ['read link', FOLLOW],
    ['write link', FOLLOW],
    ['signed in', `series.create ${FOLLOW}`],
    ['reader', `series.create ${READ}`],
    ['writer', `series.create ${WRITE}`],
    ['host', HOST],
    ['admin', 'series.create series.read series.restore call.read live.read record.read instance.manage'],
  ])('in a series with the preset rules: %s', (who, acts) => {
    expect(allowed(ASKERS[who], PRESET)).toBe(acts);
  });

  it('nothing of what is in the bin, but delete it and bring it back', () => {
    const inBin = { ...PRESET, deletedAt: new Date() };
    expect(allowed(ASKERS['host'], inBin)).toBe('series.delete series.restore');
    expect(allowed(ASKERS['admin'], inBin)).toBe('series.restore');
    expect(allowed(ASKERS['writer'], inBin)).toBe('');
    expect(allowed({ ...ADA, role: 'host', deleted: true }, PRESET)).toBe('call.delete');
    expect(allowed({ ...ADA, role: 'host', deleted: true }, inBin)).toBe('');
    expect(allowed({ ...ADA, role: 'writer', deleted: true }, PRESET)).toBe('');
  });

  it('lets who is held write nothing for the moment, and takes nothing else from them', () => {
    const held = (asker: Asker): Asker => ({ ...asker, held: true });
    const without = (acts: string): string => acts.replace('deck.write ', '');
    expect(allowed(held({ ...ADA, role: 'writer' }), PRESET)).toBe(without(`series.create ${WRITE}`));
    expect(may(held({ ...ADA, role: 'writer' }), 'section.report', PRESET)).toBe(false);
    const guest = { ...NOBODY, link: 'write' } as const;
    expect(allowed(held(guest), BY_LINK)).toBe(without(allowed(guest, BY_LINK)));
    expect(allowed(held({ ...ADA, role: 'reader' }), PRESET)).toBe(`series.create ${READ}`);
  });

  it.each([
    ['nobody', ''],
    ['read link', ''],
    ['signed in', 'series.create'],
    ['reader', `series.create ${READ}`],
    ['admin', 'series.create series.restore instance.manage'],
  ])('in a closed series: %s', (who, acts) => {
    expect(allowed(ASKERS[who], CLOSED)).toBe(acts);
  });

  it.each([
    ['nobody', ''],
    ['read link', 'series.read call.read deck.read live.read record.read'],
    ['write link', 'series.read call.read deck.read deck.write deck.history live.read record.read'],
    ['signed in', 'series.create'],
  ])('in a series that links open: %s', (who, acts) => {
    expect(allowed(ASKERS[who], BY_LINK)).toBe(acts);
  });
});
