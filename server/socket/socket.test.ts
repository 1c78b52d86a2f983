import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { idOf, memoryLiveRows, startSyncServer, type Rights, type SyncServer } from '#e2e/harness/sync-server.ts';
import { openPage, openPlain } from '#e2e/harness/sync-client.ts';
import { anchorAt } from '#lib/deck/anchor.ts';
import { deckText, readDeckText, seedUpdate } from '#lib/deck/deck-doc.ts';
import { encodeAwareness } from '#lib/sync/awareness-update.ts';
import { firstLiveState } from '#lib/live/live-state.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { encodeFrame, FRAME, SYNC } from '#lib/sync/frames.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

const DECK = '# Welcome\n\n---\n\n# Docs\n\n---\n\n# Events\n';

let store: MemoryStore;
let bus: ProcessBus;
let rights: Rights;
let live: ReturnType<typeof memoryLiveRows>;
let server: SyncServer;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  store = new MemoryStore();
  store.put('deck', { callId: 'call' });
  await store.append([
    { deckId: 'deck', epoch: 1, rows: [{ data: seedUpdate(DECK) ?? new Uint8Array(), personId: null }] },
  ]);
  bus = new ProcessBus(`test-${randomUUID()}`);
  rights = { Ada: 'present', Bo: 'write', Cy: 'read', Dee: 'audience' };
  live = memoryLiveRows();
  server = await startSyncServer({ store, bus, rights, liveRows: live, pollMs: 50 });
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  await server.close();
  await bus.close();
});

function page(name: string, options: NonNullable<Parameters<typeof openPage>[3]> = {}): DeckConnection {
  const opened = openPage(name, server.address, 'deck', options);
  ends.push(() => opened.destroy());
  return opened;
}

function plain(name: string): ReturnType<typeof openPlain> {
  const opened = openPlain(name, server.address, 'deck');
  ends.push(() => opened.provider.destroy());
  return opened;
}

/** A bare socket of a person, with everything it hears. */
async function bare(name: string, path = '/deck', headers: Record<string, string> = {}) {
  const origin = new URL(server.address).origin.replace(/^ws/, 'http');
  const socket = new WebSocket(`${server.address}${path}`, { headers: { origin, cookie: `name=${name}`, ...headers } });
  const heard: Uint8Array[] = [];
  socket.on('message', (data: Buffer) => heard.push(data));
  const closed = once(socket, 'close').then(([code, reason]) => ({ code: Number(code), reason: String(reason) }));
  await once(socket, 'open');
  ends.push(() => socket.terminate());
  return { socket, heard, closed };
}

const ready = (one: DeckConnection) => vi.waitFor(() => expect(one.ready.getSnapshot()).toBe(true));
const saved = (one: DeckConnection) =>
  vi.waitFor(() => expect(one.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }));
const stored = async () => {
  const folded = await foldDeck(store, 'deck');
  return folded === null ? '' : readDeckText(folded.doc);
};
const typesOf = (frames: readonly Uint8Array[]) =>
  frames.map((frame) => decoding.readVarUint(decoding.createDecoder(frame)));

describe('saving', () => {
  it('says saved only when what was typed is in the store, deletions too', async () => {
    const ada = page('Ada');
    await ready(ada);
    ada.text.insert(0, 'new ');
    expect(ada.status.getSnapshot()).toMatchObject({ type: 'live', saved: false });
    await saved(ada);
    expect(await stored()).toBe(`new ${DECK}`);
    ada.text.delete(0, 6);
    expect(ada.status.getSnapshot()).toMatchObject({ saved: false });
    await saved(ada);
    expect(await stored()).toBe(DECK.slice(2));
  });

  it('never answers a barrier for what the store has refused so far', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const write = store.append.bind(store);
    const append = vi.spyOn(store, 'append').mockImplementation((batch) => held.then(() => write(batch)));
    const { socket, heard } = await bare('Bo');
    const doc = new Y.Doc();
    deckText(doc).insert(0, 'unsaved');
    socket.send(encodeFrame.update(Y.encodeStateAsUpdate(doc)));
    socket.send(encodeFrame.barrier(7));
    await vi.waitFor(() => expect(append).toHaveBeenCalledOnce());
    socket.send(encodeFrame.step1(Y.encodeStateVector(new Y.Doc())));
    await vi.waitFor(() =>
      expect(heard.filter((frame) => frame[0] === FRAME.sync && frame[1] === SYNC.step2)).toHaveLength(1),
    );
    expect(typesOf(heard)).not.toContain(FRAME.barrier);
    release();
    await vi.waitFor(() => expect(typesOf(heard)).toContain(FRAME.barrier));
  });

  it('asks for what an edit builds on, and holds the barrier until it has it', async () => {
    const { socket, heard } = await bare('Bo');
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    deckText(doc).insert(0, 'first ');
    deckText(doc).insert(6, 'second ');
    socket.send(encodeFrame.step2(Y.encodeStateAsUpdate(new Y.Doc())));
    socket.send(encodeFrame.update(updates[1] ?? new Uint8Array()));
    socket.send(encodeFrame.barrier(3));
    const questions = () => heard.filter((frame) => frame[0] === FRAME.sync && frame[1] === SYNC.step1);
    await vi.waitFor(() => expect(questions()).toHaveLength(2));
    expect(typesOf(heard)).not.toContain(FRAME.barrier);
    socket.send(encodeFrame.step2(Y.encodeStateAsUpdate(doc)));
    await vi.waitFor(() => expect(typesOf(heard)).toContain(FRAME.barrier));
    expect(await stored()).toContain('first second');
  });
});

describe('any Yjs client', () => {
  it('syncs with pages of ours and hears no frame that it does not know', async () => {
    const errors = vi.spyOn(console, 'error');
    const bo = plain('Bo');
    const ada = page('Ada');
    await ready(ada);
    await vi.waitFor(() => expect(bo.provider.synced).toBe(true));
    bo.text.insert(0, 'plain ');
    ada.text.insert(ada.text.length, 'ours');
    await vi.waitFor(() => expect(bo.text.toString()).toBe(`plain ${DECK}ours`));
    await vi.waitFor(() => expect(ada.text.toString()).toBe(bo.text.toString()));
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  it('is asked for what it has before it gets what it lacks', async () => {
    const { socket, heard } = await bare('Bo');
    socket.send(encodeFrame.step1(Y.encodeStateVector(new Y.Doc())));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard.map((frame) => [frame[0], frame[1]])).toEqual([
      [FRAME.sync, SYNC.step1],
      [FRAME.sync, SYNC.step2],
    ]);
  });
});

describe('presence', () => {
  it('shows the session’s name, and takes from nobody what is said of others', async () => {
    const ada = page('Ada');
    const bo = plain('Bo');
    bo.provider.awareness.setLocalState({ user: { id: 'x', name: 'The Queen', hue: 1 }, cursor: null });
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada', 'Bo']));
    await vi.waitFor(() => expect(bo.provider.awareness.getStates().size).toBe(2));
    expect(ada.people.getSnapshot().at(1)?.personId).toBe(idOf('Bo'));
    const { socket } = await bare('Cy');
    const state = JSON.stringify({ user: {} });
    socket.send(encodeFrame.awareness(encodeAwareness([{ clientId: ada.awareness.clientID, clock: 99, state: null }])));
    socket.send(
      encodeFrame.awareness(
        encodeAwareness([
          { clientId: 5, clock: 1, state },
          { clientId: bo.doc.clientID, clock: 99, state },
        ]),
      ),
    );
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Cy']));
    bo.provider.destroy();
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada', 'Cy']));
  });

  it('shows somebody who comes back with the same client at once', async () => {
    const ada = page('Ada');
    const bo = plain('Bo');
    bo.provider.awareness.setLocalState({ user: {} });
    await vi.waitFor(() => expect(ada.people.getSnapshot()).toHaveLength(2));
    bo.provider.disconnect();
    await vi.waitFor(() => expect(ada.people.getSnapshot()).toHaveLength(1));
    bo.provider.connect();
    await vi.waitFor(() => expect(ada.people.getSnapshot()).toHaveLength(2));
  });

  it('is not for an audience, nor for who comes to follow: they neither see nor are seen', async () => {
    const ada = page('Ada');
    const dee = plain('Dee');
    dee.provider.awareness.setLocalState({ user: {} });
    const following = page('Bo', { follows: true });
    await ready(following);
    const bo = page('Bo');
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada', 'Bo']));
    await vi.waitFor(() => expect(dee.provider.synced).toBe(true));
    expect(dee.provider.awareness.getStates().size).toBe(1);
    expect(following.people.getSnapshot()).toHaveLength(1);
    bo.destroy();
  });
});

describe('rights', () => {
  it('takes nothing from a reader, tells it once, and keeps what it wrote for copying', async () => {
    const [ada, cy] = [page('Ada'), page('Cy')];
    await Promise.all([ready(ada), ready(cy)]);
    cy.text.insert(0, 'mine ');
    await vi.waitFor(() =>
      expect(cy.status.getSnapshot()).toMatchObject({ type: 'refused', code: CLOSE.notAllowed, text: `mine ${DECK}` }),
    );
    expect(ada.text.toString()).toBe(DECK);
    expect(await stored()).toBe(DECK);
  });

  it('reads the role at each message: who loses it is sent through the door and writes no more', async () => {
    const bo = plain('Bo');
    await vi.waitFor(() => expect(bo.provider.synced).toBe(true));
    rights['Bo'] = 'read';
    const gone = once(bo.provider as never, 'connection-close');
    bus.publish('access.changed', { personId: idOf('Bo') });
    await gone;
    await vi.waitFor(() => expect(bo.provider.synced).toBe(true));
    bo.text.insert(0, 'no longer ');
    const ada = page('Ada');
    await ready(ada);
    ada.text.insert(0, '!');
    await vi.waitFor(() => expect(bo.text.toString()).toContain('!'));
    expect(await stored()).toBe(`!${DECK}`);
  });

  it('turns away who may not read, other origins, unknown decks and old epochs with a code and a sentence', async () => {
    const cases = [
      await bare('Eve'),
      await bare(''),
      await bare('Ada', '/deck', { origin: 'https://evil.example' }),
      await bare('Ada', '/nodeck'),
      await bare('Ada', '/deck?epoch=7'),
      await bare('Ada', '/a/b'),
      await bare('Ada', '/deck?ticket=wrong'),
    ];
    const closed = await Promise.all(cases.map((one) => one.closed));
    expect(closed.map(({ code }) => code)).toEqual([
      CLOSE.notAllowed,
      CLOSE.signInFirst,
      CLOSE.notAllowed,
      CLOSE.noSuchDeck,
      CLOSE.epoch,
      CLOSE.noSuchDeck,
      CLOSE.signInFirst,
    ]);
    for (const { reason } of closed) expect(reason).toMatch(/^[A-Z].+\.$/);
    expect(cases.flatMap(({ heard }) => heard)).toEqual([]);
  });

  it('refuses edits of a frozen deck for good, with the text to copy, and lets it be read', async () => {
    const bo = page('Bo');
    await ready(bo);
    await saved(bo);
    store.put('deck', { frozen: true });
    bus.publish('deck.state', { deckId: 'deck' });
    await vi.waitFor(() => expect(bo.status.getSnapshot()).toMatchObject({ type: 'live', writable: false }));
    bo.text.insert(0, 'too late ');
    await vi.waitFor(() =>
      expect(bo.status.getSnapshot()).toMatchObject({ type: 'refused', code: CLOSE.frozen, text: `too late ${DECK}` }),
    );
    const cy = page('Cy');
    await ready(cy);
    expect(cy.text.toString()).toBe(DECK);
    expect(await stored()).toBe(DECK);
    store.put('deck', { frozen: false });
    const ada = page('Ada');
    await ready(ada);
    await vi.waitFor(() => expect(ada.status.getSnapshot()).toMatchObject({ writable: true }));
  });

  it('refuses what the log refuses, though the room had taken it', async () => {
    const bo = page('Bo');
    await ready(bo);
    await saved(bo);
    store.put('deck', { frozen: true });
    bo.text.insert(0, 'a moment too late ');
    await vi.waitFor(() => expect(bo.status.getSnapshot()).toMatchObject({ type: 'refused', code: CLOSE.frozen }));
    const cy = page('Cy');
    await ready(cy);
    expect(cy.text.toString()).toBe(DECK);
  });
});

describe('bad messages', () => {
  const random = (length: number): Uint8Array =>
    Uint8Array.from({ length }, (_, index) => (index * 97 + length * 31) % 256);

  const malformed: readonly (readonly [string, Uint8Array])[] = [
    ['an empty one', new Uint8Array()],
    ['an unknown type', Uint8Array.of(99, 1, 2)],
    ['an unknown sync type', Uint8Array.of(0, 9, 0)],
    ['one that ends too early', Uint8Array.of(0, 2, 200, 1)],
    ['an update that is none', encodeFrame.update(Uint8Array.of(255, 255, 255, 255, 15, 1))],
    ['a live request that is none', Uint8Array.of(FRAME.live, 2, 123, 125)],
    ['presence that is none', encodeFrame.awareness(Uint8Array.of(1, 5, 1, 1, 120))],
    ...[3, 17, 120].map((length) => [`${length} arbitrary bytes`, random(length)] as const),
  ];

  it.each(malformed)('close their sender and nobody else: %s', async (_what, bytes) => {
    const ada = page('Ada');
    await ready(ada);
    const { socket, closed } = await bare('Bo');
    socket.send(bytes);
    expect((await closed).code).toBe(CLOSE.malformed);
    ada.text.insert(0, 'on ');
    await saved(ada);
    expect(await stored()).toBe(`on ${DECK}`);
  });

  it('close their sender: text, and a frame above 4 MB', async () => {
    const [one, other] = [await bare('Bo'), await bare('Bo')];
    one.socket.send('hello');
    other.socket.send(new Uint8Array(4 * 1024 * 1024 + 1));
    expect([(await one.closed).code, (await other.closed).code]).toEqual([CLOSE.malformed, CLOSE.tooLarge]);
  });

  it('refuse a deck above a million characters, and numbers that nobody can have typed', async () => {
    const bo = page('Bo');
    await ready(bo);
    bo.text.insert(0, 'x'.repeat(1_000_000));
    await vi.waitFor(() => expect(bo.status.getSnapshot()).toMatchObject({ type: 'refused', code: CLOSE.tooLarge }), {
      timeout: 5_000,
    });
    expect(await stored()).toBe(DECK);
  });

  it('only slow down who sends too much', async () => {
    const { socket, heard } = await bare('Bo');
    for (let token = 1; token <= 260; token += 1) socket.send(encodeFrame.barrier(token));
    await vi.waitFor(() => expect(typesOf(heard).filter((type) => type === FRAME.barrier)).toHaveLength(260), {
      timeout: 5_000,
    });
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('a reader that stops reading', () => {
  it('is not kept waiting data for, and has the whole text once it reads on', async () => {
    const ada = page('Ada');
    await ready(ada);
    const { socket, heard } = await bare('Cy');
    socket.send(encodeFrame.step1(Y.encodeStateVector(new Y.Doc())));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    socket.pause();
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(ada.doc));
    let sent = 0;
    writer.on('update', (data: Uint8Array) => {
      sent += data.length;
      void store.append([{ deckId: 'deck', epoch: 1, rows: [{ data, personId: null }] }]);
    });
    for (let round = 0; round < 30; round += 1) {
      deckText(writer).insert(0, `${round}`.padStart(700_000, 'x'));
      await vi.waitFor(() => expect(ada.text.length).toBe(deckText(writer).length));
      deckText(writer).delete(0, 699_990);
      await vi.waitFor(() => expect(ada.text.length).toBe(deckText(writer).length));
    }
    socket.resume();
    const copy = new Y.Doc();
    await vi.waitFor(
      () => {
        for (const frame of heard.splice(0))
          if (frame[0] === FRAME.sync && frame[1] !== SYNC.step1) applyFrame(copy, frame);
        expect(readDeckText(copy)).toBe(readDeckText(writer));
      },
      { timeout: 10_000 },
    );
    expect(received).toBeLessThan(sent / 2);
  }, 60_000);

  let received = 0;
  function applyFrame(doc: Y.Doc, frame: Uint8Array): void {
    received += frame.length;
    const decoder = decoding.createDecoder(frame.subarray(2));
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  }
});

describe('the live call', () => {
  const start = async (): Promise<void> => {
    live.state = firstLiveState(new Date().toISOString());
    bus.publish('deck.state', { deckId: 'deck' });
    await Promise.resolve();
  };
  const slideAt = (one: DeckConnection, needle: string) => ({
    anchor: anchorAt(one.doc, one.text.toString().indexOf(needle)),
    hash: '',
  });
  const stands = (one: DeckConnection) => one.live.getSnapshot()?.position;

  it('tells everybody where the stage stands, late comers at once, and stores it', async () => {
    const [ada, dee] = [page('Ada'), page('Dee', { writable: false })];
    await Promise.all([ready(ada), ready(dee)]);
    expect(dee.live.getSnapshot()).toBeNull();
    await start();
    await vi.waitFor(() => expect(dee.live.getSnapshot()).not.toBeNull());
    ada.request({ type: 'move', slide: slideAt(ada, '---\n\n# Docs'), fragment: -1 });
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 1, heading: 'Docs' }));
    expect(dee.live.getSnapshot()?.presenter).toEqual({ personId: idOf('Ada'), name: 'Ada' });
    await vi.waitFor(() => expect(live.state?.position?.slide).toBe(1));
    const late = page('Cy');
    await vi.waitFor(() => expect(stands(late)).toMatchObject({ slide: 1 }));
    live.state = null;
    bus.publish('deck.state', { deckId: 'deck' });
    await vi.waitFor(() => expect(dee.live.getSnapshot()).toBeNull());
  });

  it('refuses who may not present, and who does not hold the baton', async () => {
    rights['Bo'] = 'present';
    const [ada, bo, cy] = [page('Ada'), page('Bo'), page('Cy')];
    await Promise.all([ready(ada), ready(bo), ready(cy)]);
    await start();
    await vi.waitFor(() => expect(cy.live.getSnapshot()).not.toBeNull());
    ada.request({ type: 'present' });
    await vi.waitFor(() => expect(bo.live.getSnapshot()?.presenter?.name).toBe('Ada'));
    cy.request({ type: 'present' });
    bo.request({ type: 'blank', blank: true });
    await vi.waitFor(() => expect(cy.liveRefusal.getSnapshot()?.reason).toBe('not-allowed'));
    await vi.waitFor(() => expect(bo.liveRefusal.getSnapshot()?.reason).toBe('not-presenting'));
    rights['Ada'] = 'read';
    ada.request({ type: 'blank', blank: true });
    await vi.waitFor(() => expect(ada.liveRefusal.getSnapshot()?.reason).toBe('not-allowed'));
    expect(bo.live.getSnapshot()).toMatchObject({ blank: false, presenter: { name: 'Ada' } });
  });

  it('stays on its slide while others edit, and follows it through cut and paste', async () => {
    const [ada, bo, dee] = [page('Ada'), page('Bo'), page('Dee', { writable: false })];
    await Promise.all([ready(ada), ready(bo), ready(dee)]);
    await start();
    ada.request({ type: 'move', slide: slideAt(ada, '---\n\n# Docs'), fragment: 2 });
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 1 }));
    bo.text.insert(0, '# Before\n\n---\n\n');
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 2, heading: 'Docs', fragment: 2 }));
    const slide = '---\n\n# Docs\n\n';
    bo.text.delete(bo.text.toString().indexOf(slide), slide.length);
    await vi.waitFor(() => expect(stands(dee)?.heading).not.toBe('Docs'));
    bo.text.insert(bo.text.length, '\n---\n\n# Docs\n');
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 3, heading: 'Docs' }));
  });

  it('comes back to its slide when a separator that was damaged is mended', async () => {
    const [ada, bo, dee] = [page('Ada'), page('Bo'), page('Dee', { writable: false })];
    await Promise.all([ready(ada), ready(bo), ready(dee)]);
    await start();
    ada.request({ type: 'move', slide: slideAt(ada, '---\n\n# Docs'), fragment: -1 });
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 1, heading: 'Docs' }));
    const at = bo.text.toString().indexOf('---\n\n# Docs') + 3;
    bo.text.insert(at, 'x');
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 0 }));
    bo.text.delete(at, 1);
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 1, heading: 'Docs' }));
  });

  it('follows a stand-in, and the slide that it stands in for once that is back', async () => {
    const [ada, bo, dee] = [page('Ada'), page('Bo'), page('Dee', { writable: false })];
    await Promise.all([ready(ada), ready(bo), ready(dee)]);
    bo.text.insert(bo.text.length, '\n\n---\n\n# Late\n\n---\n\n# End\n');
    await start();
    ada.request({ type: 'move', slide: slideAt(bo, '---\n\n# Late'), fragment: -1 });
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ heading: 'Late' }));
    const cut = (slide: string): void => bo.text.delete(bo.text.toString().indexOf(slide), slide.length);
    cut('---\n\n# Late\n\n');
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ heading: 'End' }));
    cut('---\n\n# End\n');
    bo.text.insert(bo.text.toString().indexOf('---\n'), '---\n\n# End\n\n');
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ slide: 1, heading: 'End' }));
    bo.text.insert(bo.text.length, '\n---\n\n# Late\n');
    await vi.waitFor(() => expect(stands(dee)).toMatchObject({ heading: 'Late' }));
  });
});

describe('rows beside the text', () => {
  it('are announced to open pages of that call', async () => {
    const ada = page('Ada');
    await ready(ada);
    await saved(ada);
    const heard: string[] = [];
    ada.onRows(({ what }) => heard.push(what));
    bus.publish('rows.changed', { seriesId: 'elsewhere', callId: null, what: 'other' });
    bus.publish('rows.changed', { seriesId: 'series', callId: 'call', what: 'title' });
    await vi.waitFor(() => expect(heard).toEqual(['title']));
  });
});
