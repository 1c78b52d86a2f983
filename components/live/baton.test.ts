import { describe, expect, it } from 'vitest';
import { firstLiveState, type LiveState } from '#lib/live/live-state.ts';
import type { Presence } from '#lib/sync/connection-status.ts';
import { batonOf, freeIn, offeredTo, receivers, whoPresents } from './baton.ts';

const ada = { personId: 'ada', name: 'Ada' };
const eli = { personId: 'eli', name: 'Eli' };
const call = (change: Partial<LiveState> = {}): LiveState => ({ ...firstLiveState('2026-11-27T15:00:00Z'), ...change });
const here = (clientId: number, personId: string | null, name: string): Presence => ({
  clientId,
  personId,
  name,
  hue: 0,
  present: true,
  own: false,
});

describe('who presents', () => {
  it('is nobody before the call, and free until somebody moves', () => {
    expect([batonOf(null, 'ada'), batonOf(call(), 'ada')]).toEqual([{ type: 'none' }, { type: 'free' }]);
  });

  it('is told to the one who does', () => {
    expect(batonOf(call({ presenter: ada }), 'ada')).toEqual({ type: 'mine' });
  });

  it('is told to others with what they asked, and since when the holder is away', () => {
    const awaySince = '2026-11-27T15:10:00Z';
    expect(batonOf(call({ presenter: ada, requests: [eli], awaySince }), 'eli')).toEqual({
      type: 'theirs',
      holder: ada,
      awaySince,
      asked: true,
    });
  });

  it('is nobody in particular to a guest without an id', () => {
    expect(batonOf(call({ presenter: ada }), null)).toMatchObject({ type: 'theirs', asked: false });
  });

  it('is said in words', () => {
    const said = [call(), call({ presenter: ada }), call({ presenter: eli })].map((each) =>
      whoPresents(batonOf(each, 'ada')),
    );
    expect(said).toEqual(['Nobody presents yet', 'You present', 'Eli presents']);
  });
});

describe('an offer', () => {
  const offered = call({ presenter: ada, offer: { to: eli, section: 'Team Ops' } });

  it('shows to the one it is made to', () => {
    expect(offeredTo(offered, 'eli')).toBe('Team Ops');
  });

  it.each(['ada', null])('shows not to %s', (personId) => {
    expect(offeredTo(offered, personId)).toBeNull();
  });
});

describe('a holder who is away', () => {
  const since = '2026-11-27T15:00:00Z';

  it('keeps it for a minute', () => {
    expect(freeIn(since, new Date('2026-11-27T15:00:18Z'))).toBe(42_000);
  });

  it('never for less than no time', () => {
    expect(freeIn(since, new Date('2026-11-27T16:00:00Z'))).toBe(0);
  });
});

describe('handing over', () => {
  it('is to everybody here once, those who asked first, not to oneself', () => {
    const people = [here(1, 'ada', 'Ada'), here(2, 'fay', 'Fay'), here(3, 'fay', 'Fay'), here(4, null, 'Guest')];
    expect(receivers(call({ presenter: ada, requests: [eli] }), people).map(({ name }) => name)).toEqual([
      'Eli',
      'Fay',
    ]);
  });
});
