'use client';

import { clsx } from 'clsx';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useKeysDialog, KeysDialog } from '#components/connection/keys-dialog.tsx';
import { useLeaveGuard } from '#components/connection/leave-guard.ts';
import { RefusedText } from '#components/connection/refused-text.tsx';
import { TroubleBanner } from '#components/connection/trouble-banner.tsx';
import { useDeckSession, type DeckSession } from '#components/connection/use-deck-session.ts';
import { presentedCall } from '#components/connection/presented-call.ts';
import { useFreshPage } from '#components/connection/use-fresh-page.ts';
import { messages } from '#lib/messages/en.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import type { Answer, BlameView, HistoryActions } from '#lib/history/history-views.ts';
import type { DeckView } from '#lib/views.ts';
import { AccessLines } from './access-lines.tsx';
import type { DeckAccessActions } from './access-actions.ts';
import { DeckDesk } from './deck-desk.ts';
import { DeletionLine } from './deletion-line.tsx';
import { Divider } from './divider.tsx';
import { FooterBar } from './footer-bar.tsx';
import { HintsPanel } from './hints-panel.tsx';
import { LastTime } from './last-time.tsx';
import { OwnSections } from './own-sections.tsx';
import { Outline, type ChooseSlide } from './outline.tsx';
import { Preview } from './preview.tsx';
import { useOutlineExtras } from './section-extras.tsx';
import { useLastTime } from './use-last-time.ts';
import { useSectionHash } from './use-section-hash.ts';
import { useBlame } from './use-blame.ts';
import { useHintsPanel } from './use-hints-panel.ts';
import { WORKSPACE_KEYS } from './workspace-keys.ts';
import { WorkspaceHeader } from './workspace-header.tsx';
import { WorkspaceTabs, type Pane } from './workspace-tabs.tsx';
import { WritingPane } from './writing-pane.tsx';

interface DeckWorkspaceProps {
  readonly view: DeckView;
  /** What can be done with its sections; null for a template. */
  readonly actions: SectionActions | null;
  /** Lock it, put somebody out; null for a template. */
  readonly access: DeckAccessActions | null;
  /** Reads who wrote what; null for who may not see the deck's history. */
  readonly readBlame: (() => Promise<Answer<BlameView>>) | null;
  /** Takes back what somebody took out. */
  readonly undo: HistoryActions['make'];
  /** Address of the stage document. */
  readonly stage: string;
  /** Nonce of this page's content security policy. */
  readonly nonce: string;
}

/** The deck's page: outline, source and slides of one text, which everybody writes at the same time. */
export function DeckWorkspace({ view, actions, access, readBlame, undo, stage, nonce }: DeckWorkspaceProps) {
  const writable = mayWrite(view);
  const { models, sections, presentation, session } = useDeckSession({
    ...view.deck,
    call: presentedCall(view),
    writable,
    localCopy: writable,
    personId: view.person?.id ?? null,
    ...(view.person === null ? {} : { presence: view.person }),
  });
  const [desk] = useState(() => new DeckDesk({ models, sections, presentation }, view.call?.when.date ?? null));
  // A page that is read again brings a new nonce, but the document goes by the one it was loaded with.
  const [firstNonce] = useState(nonce);
  const [pane, setPane] = useState<Pane>('write');
  const keys = useKeysDialog();
  const hints = useHintsPanel(desk);
  const blame = useBlame(desk, session, readBlame, view.series.timeZone);
  const lastTime = useLastTime(actions !== null && writable);
  useSectionHash(desk);
  useLeaveGuard(session);
  useFreshPage(session);
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <WorkspaceHeader view={view} session={session} access={access} />
      <AccessLines view={view} access={access} />
      {session !== null && (
        <TroubleBanner
          session={session}
          writable={view.may.writeDeck || view.deck.frozen}
          record={view.call?.addresses.call ?? null}
        />
      )}
      <RefusedText deckId={view.deck.id} />
      <WorkspaceTabs pane={pane} onPane={setPane} />
      <Panes
        desk={desk}
        session={session}
        view={view}
        actions={actions}
        access={access}
        stage={stage}
        nonce={firstNonce}
        pane={pane}
        onPane={setPane}
      />
      {hints.open && (
        // At once, because the editor can only be gone to where it is shown.
        <HintsPanel desk={desk} onGo={() => flushSync(() => setPane('write'))} onClose={hints.close} />
      )}
      <DeletionLine desk={desk} session={session} undo={undo} />
      <LastTime desk={desk} actions={actions} panel={lastTime} />
      <FooterBar desk={desk} panel={hints} lastTime={lastTime} blame={blame} onKeys={keys.show} />
      <KeysDialog dialog={keys.dialog} lines={WORKSPACE_KEYS} />
    </div>
  );
}

interface PanesProps extends Omit<DeckWorkspaceProps, 'readBlame' | 'undo'> {
  readonly desk: DeckDesk;
  readonly session: DeckSession | null;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

function Panes({ desk, session, view, actions, stage, nonce, pane, onPane }: PanesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const extras = useOutlineExtras(session, view, actions);
  const choose: ChooseSlide = (slide, keyboard) => {
    if (keyboard === 'write') onPane('write');
    desk.choose(slide, keyboard);
  };
  return (
    <main ref={frame} className="flex min-h-0 flex-1 [--outline:17%] [--preview:40%]">
      <PaneBox shown={pane === 'outline'} className="desk:w-(--outline)">
        <Outline
          rows={desk.outline}
          current={desk.cursor}
          onChoose={choose}
          extras={extras}
          head={<OwnSections desk={desk} personId={view.person?.id ?? null} />}
        />
      </PaneBox>
      <Divider
        frame={frame}
        variable="--outline"
        side="before"
        least={10}
        most={30}
        preset={17}
        label={messages.deck.divider.outline}
      />
      <PaneBox shown={pane === 'write'} className="desk:min-w-0 desk:flex-1">
        <WritingPane desk={desk} session={session} text={view.deck.text} writable={mayWrite(view)} nonce={nonce} />
      </PaneBox>
      <Divider
        frame={frame}
        variable="--preview"
        side="after"
        least={20}
        most={60}
        preset={40}
        label={messages.deck.divider.preview}
      />
      <PaneBox shown={pane === 'slides'} className="bg-well desk:w-(--preview)">
        <Preview desk={desk} view={view} stage={stage} />
      </PaneBox>
    </main>
  );
}

function mayWrite(view: DeckView): boolean {
  return view.may.writeDeck && !view.deck.frozen;
}

/** A pane: always there on a wide screen, by tab on a narrow one. It stays mounted, so nothing in it starts anew. */
function PaneBox({
  shown,
  className,
  children,
}: {
  readonly shown: boolean;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={clsx('min-h-0 min-w-0 max-desk:w-full', !shown && 'max-desk:hidden', className)}>{children}</div>
  );
}
