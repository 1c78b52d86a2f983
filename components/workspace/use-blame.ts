'use client';

import { useEffect, useState } from 'react';
import { Cell } from '#components/connection/cell.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { hasUnsaved } from '#components/connection/save-state.ts';
import { useOwnZone } from '#components/time/clock.ts';
import { sayDay, sayTime } from '#lib/dates/say-when.ts';
import type { Answer, BlameView } from '#lib/history/history-views.ts';
import { BlameStore } from './blame-store.ts';
import type { DeckDesk } from './deck-desk.ts';

/** The margin that says who wrote; null for who may not see the deck's history. */
export function useBlame(
  desk: DeckDesk,
  session: DeckSession | null,
  read: (() => Promise<Answer<BlameView>>) | null,
  timeZone: string,
): BlameStore | null {
  const own = useOwnZone(timeZone);
  const [wire] = useState(() => new Cell<DeckSession | null>(null));
  const [store] = useState(() => (read === null ? null : new BlameStore(read, () => isSafe(wire.getSnapshot()))));
  useEffect(() => {
    wire.set(session);
  }, [wire, session]);
  useEffect(() => {
    if (store === null) return undefined;
    const show = (): void => {
      const state = store.state.getSnapshot();
      desk.showBlame(
        state.type === 'shown'
          ? { blame: state.blame, sayWhen: (at) => sayInstant(at, own), onNewer: store.newer }
          : null,
      );
    };
    show();
    return store.state.subscribe(show);
  }, [desk, store, own]);
  useEffect(() => {
    if (store === null) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyW') return;
      event.preventDefault();
      store.toggle();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
      store.close();
    };
  }, [store]);
  return store;
}

function isSafe(session: DeckSession | null): boolean {
  return session !== null && !hasUnsaved(session.connection.status.getSnapshot());
}

function sayInstant(seconds: number, timeZone: string): string {
  const at = new Date(seconds * 1000);
  return `${sayDay(at, timeZone, new Date())}, ${sayTime(at, timeZone)}`;
}
