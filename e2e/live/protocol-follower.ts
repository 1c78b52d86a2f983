import { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { PresentationStore } from '#components/connection/presentation-store.ts';
import { SectionsStore } from '#components/connection/sections-store.ts';
import { LiveCourse } from '#components/live/live-course.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import type { PresentInput } from '#lib/present/present-deck.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';

/** Somebody who follows a call without a browser: by our protocol alone. */
export interface ProtocolFollower {
  /** Running number, from 1, of the slide that a stage would show here; null while it is not in step with the server. */
  slide(): number | null;
  close(): void;
}

/** Follows the deck of a running Plenum, as nobody. `call` is what its slides take from the call. */
export function followByProtocol(url: string, deckId: string, call: PresentInput['call']): ProtocolFollower {
  const connection = openPage('Nobody', `${url.replace(/^http/, 'ws')}/sync`, deckId, { writable: false });
  const models = new DeckModelStore('', (work, wait) => {
    const timer = setTimeout(work, wait);
    return () => clearTimeout(timer);
  });
  const detach = models.attach(connection.text);
  const sections = new SectionsStore(models, EMPTY_ORDER);
  const unplace = sections.attach(connection);
  const presentation = new PresentationStore(models, sections, { call, template: null });
  const course = new LiveCourse({ connection, models, presentation }, null);
  return {
    slide() {
      const { live } = course.getSnapshot();
      return connection.status.getSnapshot().type === 'live' && live !== null ? live.slide + 1 : null;
    },
    close() {
      course.destroy();
      unplace();
      detach();
      connection.destroy();
    },
  };
}
