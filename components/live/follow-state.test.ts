import { describe, expect, it } from 'vitest';
import { followSentence, followState, type FollowFacts } from './follow-state.ts';

const say = (facts: Partial<FollowFacts>) =>
  followSentence(
    followState({ connection: 'live', presenter: 'Eli', presenting: false, live: 7, own: null, ...facts }),
  );

describe('follow state', () => {
  it('names whom it follows', () => expect(say({})).toBe('Following Eli'));
  it('tells the presenter so', () => expect(say({ presenting: true })).toBe('You present'));
  it('waits while nobody presents', () => expect(say({ presenter: null })).toBe('Waiting for the presenter'));
  it('counts how far behind', () => expect(say({ own: 4 })).toBe('3 slides behind'));
  it('counts one slide as one', () => expect(say({ own: 6 })).toBe('1 slide behind'));
  it('counts how far ahead', () => expect(say({ own: 9 })).toBe('2 slides ahead'));
  it('knows the same slide', () => expect(say({ own: 7 })).toBe('On the same slide, on your own'));
  it('says that the connection is lost, whatever else is known', () =>
    expect(say({ connection: 'offline', own: 4 })).toBe('Connection lost – the slides go on when it is back'));
});
