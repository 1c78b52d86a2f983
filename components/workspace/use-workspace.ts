'use client';

import { useState } from 'react';
import { useLeaveGuard } from '#components/connection/leave-guard.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useDeckSession, type DeckSession } from '#components/connection/use-deck-session.ts';
import { useFreshPage } from '#components/connection/use-fresh-page.ts';
import type { IncomingPictures } from '#components/pictures/incoming-pictures.ts';
import type { PictureActions } from '#components/pictures/picture-actions.ts';
import { useIncomingPictures } from '#components/pictures/use-incoming-pictures.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import type { Answer, BlameView } from '#lib/history/history-views.ts';
import type { DeckView } from '#lib/views.ts';
import type { BlameStore } from './blame-store.ts';
import type { DeckDesk } from './deck-desk.ts';
import { useBlame } from './use-blame.ts';
import { useDeckDesk } from './use-deck-desk.ts';
import { useHintsPanel, type HintsPanelState } from './use-hints-panel.ts';
import { useLastTime, type LastTimePanel } from './use-last-time.ts';
import { useSectionHash } from './use-section-hash.ts';

/** What the page of a deck brings for the work on it. */
interface WorkspaceProps {
  readonly view: DeckView;
  readonly actions: SectionActions | null;
  readonly readBlame: (() => Promise<Answer<BlameView>>) | null;
  readonly pictures: PictureActions;
  readonly nonce: string;
}

/** Everything that lives as long as the page of a deck is open. */
export interface Workspace {
  readonly desk: DeckDesk;
  /** Null until the page runs in a browser. */
  readonly session: DeckSession | null;
  readonly writable: boolean;
  /** Of the policy that the document was loaded with: a page that is read again brings another. */
  readonly nonce: string;
  readonly hints: HintsPanelState;
  readonly blame: BlameStore | null;
  readonly incoming: IncomingPictures;
  readonly lastTime: LastTimePanel | null;
}

/** Opens a deck to write it, for as long as its page is there. */
export function useWorkspace({ view, actions, readBlame, pictures, nonce }: WorkspaceProps): Workspace {
  const writable = view.may.writeDeck && !view.deck.frozen;
  // Who must wait for their section to be on the stage goes on in this same session then.
  const opened = writable || view.may.held;
  const { models, sections, presentation, session } = useDeckSession({
    ...view.deck,
    // The text of a correction has all of it already, written out.
    call: view.deck.kind === 'correction' ? null : presentedCall(view),
    writable: opened,
    localCopy: opened,
    personId: view.person?.id ?? null,
    ...(view.person === null ? {} : { presence: view.person }),
  });
  const desk = useDeckDesk({ models, sections, presentation }, view, pictures.keepCopy);
  const [firstNonce] = useState(nonce);
  const hints = useHintsPanel(desk);
  const blame = useBlame(desk, session, readBlame, view.series.timeZone);
  const incoming = useIncomingPictures(view.deck.id, desk.places, pictures.describe);
  const lastTime = useLastTime(actions !== null && writable);
  useSectionHash(desk);
  useLeaveGuard(session);
  useFreshPage(session);
  return { desk, session, writable, nonce: firstNonce, hints, blame, incoming, lastTime };
}
