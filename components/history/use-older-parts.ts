'use client';

import { useState, useTransition } from 'react';
import type { HistoryActions, HistoryEntry, HistoryPart, HistoryView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';

/** What of history was loaded besides the newest part, and how to load more. */
export interface OlderParts {
  /** With the newest part, newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly more: boolean;
  readonly pending: boolean;
  readonly refusal: string | null;
  readonly load: () => void;
}

interface Loaded {
  /** Cursor of the newest part, behind which these are: when the page is read again and it is another, they fit no more. */
  readonly behind: string | null;
  readonly parts: readonly HistoryPart[];
}

/** Parts of history behind the one that came with the page. */
export function useOlderParts(view: HistoryView, actions: HistoryActions): OlderParts {
  const [loaded, setLoaded] = useState<Loaded>({ behind: view.older, parts: [] });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const parts = loaded.behind === view.older ? loaded.parts : [];
  const cursor = parts.length === 0 ? view.older : (parts.at(-1)?.older ?? null);
  const load = (): void => {
    if (cursor === null || pending) return;
    begin(async () => {
      const part = await actions.older(cursor).catch(() => ({ refusal: messages.history.unreachable }));
      setRefusal('refusal' in part ? part.refusal : null);
      if (!('refusal' in part)) setLoaded({ behind: view.older, parts: [...parts, part] });
    });
  };
  return {
    entries: [...view.entries, ...parts.flatMap(({ entries }) => entries)],
    more: cursor !== null,
    pending,
    refusal,
    load,
  };
}
