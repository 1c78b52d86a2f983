import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage } from '#e2e/harness/sync-client.ts';
import { idOf, memoryLiveRows, startSyncServer, type SyncServer } from '#e2e/harness/sync-server.ts';
import { anchorAt } from '#lib/deck/anchor.ts';
import { seedUpdate } from '#lib/deck/deck-doc.ts';
import { firstLiveState } from '#lib/live/live-state.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

const DECK = '# Welcome\n\n---\n\n# Team Ops\n\n---\n\n# Docs\n';

/** Knows, as Postgres does, the version of the live state. */
class HeadsOfCalls extends MemoryStore {
  override async heads(deckIds: readonly string[]) {
    const heads = await super.heads(deckIds);
    return new Map([...heads].map(([id, head]) => [id, { ...head, live: live.state?.version ?? null }]));
  }
}

let bus: ProcessBus;
let live: ReturnType<typeof memoryLiveRows>;
let server: SyncServer;
let pages: DeckConnection[];
beforeEach(async () => {
  const store = new HeadsOfCalls();
  store.put('deck', { callId: 'call' });
  const row = { data: seedUpdate(DECK) ?? new Uint8Array(), personId: null };
  await store.append([{ deckId: 'deck', epoch: 1, rows: [row] }]);
  bus = new ProcessBus(`test-${randomUUID()}`);
  live = memoryLiveRows();
  live.state = firstLiveState(new Date().toISOString());
  const rights = { Ada: 'host', Bo: 'present', Fay: 'read', Dee: 'audience', Eli: 'audience' } as const;
  server = await startSyncServer({ store, bus, rights, liveRows: live, pollMs: 50 });
  pages = [];
});
afterEach(async () => {
  for (const each of pages) each.destroy();
  await server.close();
  await bus.close();
});

async function join(...names: readonly string[]): Promise<DeckConnection[]> {
  const opened = names.map((name) => openPage(name, server.address, 'deck'));
  pages.push(...opened);
  await vi.waitFor(() => expect(opened.map(({ live: state }) => state.getSnapshot())).not.toContain(null));
  return opened;
}

/** Nobody is missing: the tests would go on without whoever is. */
function all<T extends readonly unknown[]>(
  people: readonly DeckConnection[],
  ...names: T
): { [K in keyof T]: DeckConnection } {
  if (people.length !== names.length) throw new Error('Somebody is missing.');
  return people as unknown as { [K in keyof T]: DeckConnection };
}

const slideAt = ({ doc, text }: DeckConnection, heading: string) => ({
  anchor: anchorAt(doc, text.toString().indexOf(`---\n\n${heading}`)),
  hash: '',
});

describe('the live call in its room', () => {
  it('hands the baton to somebody who is here, and to nobody else', async () => {
    const [ada, bo] = all(await join('Ada', 'Bo'), 'Ada', 'Bo');
    ada.request({ type: 'present' });
    bo.request({ type: 'ask', wanted: true });
    await vi.waitFor(() => expect(ada.live.getSnapshot()?.requests).toEqual([{ personId: idOf('Bo'), name: 'Bo' }]));
    ada.request({ type: 'give', personId: idOf('Cy') });
    await vi.waitFor(() => expect(ada.liveRefusal.getSnapshot()?.reason).toBe('not-here'));
    // Whoever only reads is here, but may not present.
    const [fay] = all(await join('Fay'), 'Fay');
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toContain('Fay'));
    const refused = ada.liveRefusal.getSnapshot();
    ada.request({ type: 'give', personId: idOf('Fay') });
    await vi.waitFor(() => expect(ada.liveRefusal.getSnapshot()).not.toBe(refused));
    expect(fay.live.getSnapshot()?.presenter?.name).toBe('Ada');
    ada.request({ type: 'give', personId: idOf('Bo') });
    await vi.waitFor(() => expect(ada.live.getSnapshot()).toMatchObject({ presenter: { name: 'Bo' }, requests: [] }));
    await vi.waitFor(() => expect(live.state?.presenter?.name).toBe('Bo'));
  });

  it('shows where the presenter points to all others, and stores it nowhere', async () => {
    const [ada, bo, dee] = all(await join('Ada', 'Bo', 'Dee'), 'Ada', 'Bo', 'Dee');
    ada.request({ type: 'present' });
    ada.request({ type: 'point', at: { x: 0.25, y: 0.5 } });
    await vi.waitFor(() => expect(dee.point.getSnapshot()).toEqual({ x: 0.25, y: 0.5 }));
    expect(ada.point.getSnapshot()).toBeNull();
    bo.request({ type: 'point', at: { x: 0, y: 0 } });
    await vi.waitFor(() => expect(bo.liveRefusal.getSnapshot()?.reason).toBe('not-presenting'));
    ada.request({ type: 'point', at: null });
    await vi.waitFor(() => expect(dee.point.getSnapshot()).toBeNull());
    expect(JSON.stringify(live.state)).not.toContain('0.25');
    ada.request({ type: 'point', at: { x: 0.75, y: 0.5 } });
    await vi.waitFor(() => expect(dee.point.getSnapshot()).not.toBeNull());
    // A light does not outlast whoever held it.
    ada.destroy();
    await vi.waitFor(() => expect(dee.point.getSnapshot()).toBeNull());
  });

  it('counts who follows, and greets newcomers, in front of those who may present', async () => {
    const [ada, dee, eli] = all(await join('Ada', 'Dee', 'Eli'), 'Ada', 'Dee', 'Eli');
    await vi.waitFor(() => expect(ada.desk.getSnapshot()?.following).toBe(2), { timeout: 4_000 });
    dee.request({ type: 'hello', name: ' Kim ', keep: false });
    eli.request({ type: 'hello', name: 'Lee', keep: true });
    const names = () =>
      ada.desk
        .getSnapshot()
        ?.hellos.map(({ name }) => name)
        .toSorted();
    await vi.waitFor(() => expect(names()).toEqual(['Kim', 'Lee']), { timeout: 4_000 });
    expect(live.hellos).toEqual(['Lee']);
    await vi.waitFor(() =>
      expect([dee, eli].map(({ greeting }) => greeting.getSnapshot()?.kept)).toEqual([false, true]),
    );
    dee.request({ type: 'hello', name: 'Kim again', keep: true });
    await vi.waitFor(() => expect(dee.liveRefusal.getSnapshot()?.reason).toBe('once'));
    expect([dee.desk.getSnapshot(), live.hellos]).toEqual([null, ['Lee']]);
    eli.destroy();
    await vi.waitFor(() => expect(ada.desk.getSnapshot()?.following).toBe(1), { timeout: 4_000 });
  });

  it('knows how long each section was on the stage, and stores it with the state', async () => {
    const [ada] = all(await join('Ada'), 'Ada');
    await vi.waitFor(() => expect(ada.order.getSnapshot()?.sections).toHaveLength(3));
    ada.request({ type: 'move', slide: slideAt(ada, '# Team Ops'), fragment: -1 });
    await vi.waitFor(() => expect(ada.desk.getSnapshot()?.times.since).not.toBeNull());
    const ops = ada.live.getSnapshot()?.section ?? '';
    ada.request({ type: 'pause', paused: true });
    await vi.waitFor(() => expect(ada.desk.getSnapshot()?.times.since).toBeNull());
    ada.request({ type: 'pause', paused: false });
    ada.request({ type: 'move', slide: slideAt(ada, '# Docs'), fragment: -1 });
    await vi.waitFor(() => expect(ada.live.getSnapshot()?.section).not.toBe(ops));
    await vi.waitFor(() => expect(Object.keys(live.times.spent)).toContain(ops));
    await vi.waitFor(() => expect(live.state?.pausedAt).toBeNull());
  });

  it('hears of what no ring told: a state that another process stored, and the end of the call', async () => {
    const [dee] = all(await join('Dee'), 'Dee');
    const { state } = live;
    if (state === null) throw new Error('The call is live.');
    live.state = { ...state, version: 7, blank: true };
    await vi.waitFor(() => expect(dee.live.getSnapshot()?.blank).toBe(true));
    live.state = null;
    await vi.waitFor(() => expect(dee.live.getSnapshot()).toBeNull());
  });

  it('does not tell those who only follow who would like to present', async () => {
    const [ada, bo, dee] = all(await join('Ada', 'Bo', 'Dee'), 'Ada', 'Bo', 'Dee');
    ada.request({ type: 'present' });
    // The first section is found by itself.
    const opened = () => [dee.live.getSnapshot()?.section ?? null, dee.live.getSnapshot()?.presenter ?? null];
    await vi.waitFor(() => expect(opened()).not.toContain(null));
    bo.request({ type: 'ask', wanted: true });
    await vi.waitFor(() => expect(ada.live.getSnapshot()?.requests).toHaveLength(1));
    // Not even that something was: the next that concerns them is the next that they hear.
    const { version } = dee.live.getSnapshot() ?? { version: 0 };
    ada.request({ type: 'blank', blank: true });
    await vi.waitFor(() =>
      expect(dee.live.getSnapshot()).toMatchObject({ blank: true, version: version + 2, requests: [] }),
    );
  });

  it('says when the slide on the stage was taken out, until it is back or the presenter moves on', async () => {
    const [ada, bo, dee] = all(await join('Ada', 'Bo', 'Dee'), 'Ada', 'Bo', 'Dee');
    ada.request({ type: 'move', slide: slideAt(ada, '# Team Ops'), fragment: -1 });
    await vi.waitFor(() => expect(dee.live.getSnapshot()?.position?.slide).toBe(1));
    const from = bo.text.toString().indexOf('---\n\n# Team Ops');
    const taken = '---\n\n# Team Ops\n\n';
    bo.text.delete(from, taken.length);
    await vi.waitFor(() => expect(dee.live.getSnapshot()).toMatchObject({ gone: 'Team Ops', position: { slide: 1 } }));
    bo.text.insert(bo.text.length, `\n${taken}`);
    await vi.waitFor(() => expect(dee.live.getSnapshot()).toMatchObject({ gone: null, position: { slide: 2 } }));
  });
});
