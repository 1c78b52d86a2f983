import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import type { Bus } from './bus.ts';
import { ProcessBus } from './process-bus.ts';
import { RedisBus } from './redis-bus.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.close());

const adapters = {
  'inside one process': (name: string): Promise<Bus> => Promise.resolve(new ProcessBus(name)),
  'over Redis': async (name: string): Promise<Bus> => {
    const bus = new RedisBus(redis.url, name);
    await bus.listening();
    return bus;
  },
};

describe.each(Object.entries(adapters))('a bus %s', (_where, open) => {
  async function two(): Promise<readonly [Bus, Bus]> {
    const name = `test-${randomUUID()}`;
    return [await open(name), await open(name)];
  }

  const close = (buses: readonly Bus[]) => Promise.all(buses.map((bus) => bus.close()));

  it('tells everybody else and itself, once each and in order', async () => {
    const [one, other] = await two();
    const heard: string[] = [];
    one.subscribe('deck.state', ({ deckId }) => heard.push(`one ${deckId}`));
    other.subscribe('deck.state', ({ deckId }) => heard.push(`other ${deckId}`));
    for (const deckId of ['a', 'b', 'c']) one.publish('deck.state', { deckId });
    await vi.waitFor(() => expect(heard.filter((line) => line.startsWith('other'))).toHaveLength(3));
    expect(heard.filter((line) => line.startsWith('one'))).toEqual(['one a', 'one b', 'one c']);
    expect(heard.filter((line) => line.startsWith('other'))).toEqual(['other a', 'other b', 'other c']);
    await close([one, other]);
  });

  it('keeps topics apart and stops telling whoever left', async () => {
    const [one, other] = await two();
    const heard: string[] = [];
    const leave = other.subscribe('deck.state', ({ deckId }) => heard.push(deckId));
    other.subscribe('rows.changed', ({ what }) => heard.push(what));
    leave();
    one.publish('deck.state', { deckId: 'a' });
    one.publish('rows.changed', { seriesId: 's', callId: null, what: 'title' });
    await vi.waitFor(() => expect(heard).toEqual(['title']));
    await close([one, other]);
  });

  it('goes on telling the others when one listener throws', async () => {
    const [one, other] = await two();
    const heard: string[] = [];
    other.subscribe('deck.state', () => {
      throw new Error('a listener with a fault');
    });
    other.subscribe('deck.state', ({ deckId }) => heard.push(deckId));
    one.publish('deck.state', { deckId: 'a' });
    await vi.waitFor(() => expect(heard).toEqual(['a']));
    await close([one, other]);
  });
});

describe.each(Object.entries(adapters))('a bus %s that was closed', (_where, open) => {
  it('is silent: what is saved while a process ends may still want to ring', async () => {
    const bus = await open(`test-${randomUUID()}`);
    await bus.close();
    expect(() => bus.publish('deck.state', { deckId: 'a' })).not.toThrow();
  });
});

describe('a bus over Redis', () => {
  it('rings at once, though it was opened by that very ring', async () => {
    const name = `test-${randomUUID()}`;
    const other = await adapters['over Redis'](name);
    const heard: string[] = [];
    other.subscribe('access.changed', ({ personId }) => heard.push(personId ?? ''));
    const bus = new RedisBus(redis.url, name);
    bus.publish('access.changed', { personId: 'a' });
    bus.publish('access.changed', { personId: 'b' });
    await vi.waitFor(() => expect(heard).toEqual(['a', 'b']));
    await Promise.all([bus.close(), other.close()]);
  });

  it('goes on without Redis: publishing is silent, and those here still hear', async () => {
    const own = await testRedis();
    const bus = new RedisBus(own.url, 'test-outage');
    await bus.listening();
    await own.close();
    const heard: string[] = [];
    bus.subscribe('deck.state', ({ deckId }) => heard.push(deckId));
    bus.publish('deck.state', { deckId: 'a' });
    await vi.waitFor(() => expect(heard).toEqual(['a']));
    await bus.close();
  });
});
