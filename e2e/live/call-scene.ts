import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { UndoManager } from 'yjs';
import { PresentationStore } from '#components/connection/presentation-store.ts';
import { SectionsStore } from '#components/connection/sections-store.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import { DeckModelStore, type Schedule } from '#components/connection/deck-model-store.ts';
import { LiveCourse } from '#components/live/live-course.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { idOf, memoryLiveRows, startSyncServer } from '#e2e/harness/sync-server.ts';
import { seedUpdate } from '#lib/deck/deck-doc.ts';
import { firstLiveState } from '#lib/live/live-state.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

/** A page of somebody in a live call: the deck, its slides, and what the page's stage shows. */
export interface CallPage {
  readonly connection: DeckConnection;
  readonly models: DeckModelStore;
  readonly course: LiveCourse;
  /** Takes back what this page did itself. */
  readonly undo: UndoManager;
}

/** A live call in real rooms, over real sockets: Ada presents, Bo and Cy write, Dee and Eli follow. */
export interface CallScene {
  readonly presenter: CallPage;
  readonly writers: readonly [CallPage, CallPage];
  readonly pages: readonly CallPage[];
  close(): Promise<void>;
}

export async function openCall(text: string): Promise<CallScene> {
  const store = new MemoryStore();
  store.put('deck', { callId: 'call' });
  const row = { data: seedUpdate(text) ?? new Uint8Array(), personId: null };
  await store.append([{ deckId: 'deck', epoch: 1, rows: [row] }]);
  const bus = new ProcessBus(`test-${randomUUID()}`);
  const liveRows = memoryLiveRows();
  const startedAt = new Date().toISOString();
  liveRows.state = firstLiveState(startedAt);
  const rights = { Ada: 'present', Bo: 'write', Cy: 'write', Dee: 'audience', Eli: 'audience' } as const;
  const server = await startSyncServer({ store, bus, rights, liveRows, pollMs: 50 });
  const open = (name: keyof typeof rights): CallPage =>
    callPage(openPage(name, server.address, 'deck', { writable: rights[name] !== 'audience' }), idOf(name));
  const presenter = open('Ada');
  const writers = [open('Bo'), open('Cy')] as const;
  const pages = [presenter, ...writers, open('Dee'), open('Eli')];
  await vi.waitUntil(() => pages.every(isLive), { timeout: 5_000 });
  presenter.connection.request({ type: 'present' });
  await vi.waitUntil(() => presenter.course.getSnapshot().role === 'presenting', { timeout: 5_000 });
  return {
    presenter,
    writers,
    pages,
    async close() {
      for (const { course, connection } of pages) {
        course.destroy();
        connection.destroy();
      }
      await server.close();
      await bus.close();
    },
  };
}

/** What a page keeps of a deck that is connected to. */
export function callPage(connection: DeckConnection, personId: string): CallPage {
  const models = new DeckModelStore('', later);
  models.attach(connection.text);
  const sections = new SectionsStore(models, EMPTY_ORDER);
  const presentation = new PresentationStore(models, sections, { call: null, template: null });
  const undo = new UndoManager(connection.text, { captureTimeout: 0 });
  return { connection, models, course: new LiveCourse({ connection, models, presentation }, personId), undo };
}

/** As a page in a tab that paints nothing. */
const later: Schedule = (work, wait) => {
  const timer = setTimeout(work, wait);
  return () => clearTimeout(timer);
};

function isLive({ connection }: CallPage): boolean {
  return connection.ready.getSnapshot() && connection.live.getSnapshot() !== null;
}
