import { describe, expect, it } from 'vitest';
import { applyLiveRequest, type LiveAsk, type StateRequest } from './apply-request.ts';
import { firstLiveState, MOST_REQUESTS, type LivePerson, type LivePosition, type LiveState } from './live-state.ts';

const person = (name: string): LivePerson => ({ personId: name.toLowerCase(), name });
const [ADA, BO, ELI] = [person('Ada'), person('Bo'), person('Eli')];
const START = firstLiveState('2026-11-27T15:00:00.000Z');
const AT = '2026-11-27T15:10:00.000Z';
const MOVE: StateRequest = { type: 'move', slide: { anchor: 'a', hash: 'h' }, fragment: -1 };

const position = (slide: number): LivePosition => ({
  anchor: `a${slide}`,
  hash: 'h',
  heading: 'Team Ops',
  slide,
  fragment: -1,
  seq: 1,
  generated: null,
});
const toOps = (reporter: LivePerson | null = ELI) => ({
  position: position(3),
  section: { id: 'ops', title: 'Team Ops', reporter },
});

/** What becomes of a state by a request: the state, or the reason of the refusal. */
function after(state: LiveState, who: LivePerson, request: StateRequest, more: Partial<LiveAsk> = {}) {
  const rest = { host: false, at: AT, move: null, receiver: null, offersBaton: false };
  const outcome = applyLiveRequest(state, { ...rest, ...more, request, person: who });
  return outcome.type === 'state' ? outcome.state : outcome.reason;
}

describe('the baton', () => {
  const held: LiveState = { ...START, presenter: ADA };

  it('is taken by whoever moves while nobody holds it, and moves nobody else', () => {
    expect(after(START, BO, MOVE, { move: toOps() })).toMatchObject({ presenter: BO, section: 'ops' });
    expect(after(held, BO, MOVE, { move: toOps() })).toBe('not-presenting');
  });

  it('is taken from others only by hosts', () => {
    expect(after(held, BO, { type: 'present' })).toBe('not-presenting');
    expect(after(held, BO, { type: 'present' }, { host: true })).toMatchObject({ presenter: BO });
  });

  it('is asked for in turn, and given to who is here', () => {
    const asked = after(held, BO, { type: 'ask', wanted: true });
    expect(asked).toMatchObject({ presenter: ADA, requests: [BO] });
    if (typeof asked === 'string') throw new Error(asked);
    expect(after(asked, BO, { type: 'ask', wanted: true })).toMatchObject({ requests: [BO] });
    expect(after(asked, BO, { type: 'ask', wanted: false })).toMatchObject({ requests: [] });
    const give: StateRequest = { type: 'give', personId: 'bo' };
    expect(after(asked, ADA, give, { receiver: BO })).toMatchObject({ presenter: BO, requests: [] });
    expect(after(asked, ADA, give)).toBe('not-here');
    expect(after(asked, ELI, give, { receiver: BO })).toBe('not-presenting');
  });

  it('is waited for by so many and no more', () => {
    let state: LiveState = held;
    for (let each = 0; each < MOST_REQUESTS + 3; each += 1) {
      const next = after(state, person(`P${each}`), { type: 'ask', wanted: true });
      if (typeof next !== 'string') state = next;
    }
    expect(state.requests).toHaveLength(MOST_REQUESTS);
  });

  it('is laid down by its holder; by hosts only while its holder is away', () => {
    expect(after(held, ADA, { type: 'release' })).toMatchObject({ presenter: null });
    expect(after(held, BO, { type: 'release' }, { host: true })).toBe('not-presenting');
    expect(after({ ...held, awaySince: AT }, BO, { type: 'release' }, { host: true })).toMatchObject({
      presenter: null,
      awaySince: null,
    });
  });
});

describe('an offer', () => {
  const held: LiveState = { ...START, presenter: ADA };
  const offered = after(held, ADA, MOVE, { move: toOps(), offersBaton: true });

  it('is made to the reporter of the section that the stage comes to, where the series wants that', () => {
    expect(offered).toMatchObject({ presenter: ADA, offer: { to: ELI, section: 'Team Ops' } });
    expect(after(held, ADA, MOVE, { move: toOps() })).toMatchObject({ offer: null });
    expect(after(held, ADA, MOVE, { move: toOps(ADA), offersBaton: true })).toMatchObject({ offer: null });
    expect(after(held, ADA, MOVE, { move: toOps(null), offersBaton: true })).toMatchObject({ offer: null });
  });

  it('is answered by whom it was made to, and blocks nobody', () => {
    if (typeof offered === 'string') throw new Error(offered);
    expect(after(offered, ELI, { type: 'answer', accept: true })).toMatchObject({ presenter: ELI, offer: null });
    expect(after(offered, ELI, { type: 'answer', accept: false })).toMatchObject({ presenter: ADA, offer: null });
    expect(after(offered, ADA, { type: 'answer', accept: false })).toMatchObject({ presenter: ADA, offer: null });
    expect(after(offered, BO, { type: 'answer', accept: true })).toBe('no-offer');
    const within = after(offered, ADA, MOVE, { move: { ...toOps(), position: position(4) }, offersBaton: true });
    expect(within).toMatchObject({ presenter: ADA, position: { slide: 4 }, offer: { to: ELI } });
  });

  it('is over when the stage leaves the section', () => {
    if (typeof offered === 'string') throw new Error(offered);
    const docs = { position: position(6), section: { id: 'docs', title: 'Docs', reporter: null } };
    expect(after(offered, ADA, MOVE, { move: docs, offersBaton: true })).toMatchObject({ offer: null });
    expect(after(offered, ELI, { type: 'present' }, { host: true })).toMatchObject({ offer: null });
  });
});

describe('the clock', () => {
  it('stands still from a pause to its end', () => {
    const held: LiveState = { ...START, presenter: ADA };
    const paused = after(held, ADA, { type: 'pause', paused: true });
    expect(paused).toMatchObject({ pausedAt: AT, pausedMs: 0 });
    if (typeof paused === 'string') throw new Error(paused);
    const on = after(paused, ADA, { type: 'pause', paused: false }, { at: '2026-11-27T15:10:30.000Z' });
    expect(on).toMatchObject({ pausedAt: null, pausedMs: 30_000 });
    expect(after(held, BO, { type: 'pause', paused: true })).toBe('not-presenting');
    expect(after(START, BO, { type: 'pause', paused: true })).toBe('not-presenting');
  });
});

it('only hosts hold the deck for the section on the stage', () => {
  expect(after(START, BO, { type: 'hold', held: true })).toBe('not-allowed');
  expect(after(START, BO, { type: 'hold', held: true }, { host: true })).toMatchObject({ held: true });
});
