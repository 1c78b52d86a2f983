'use client';

import { clsx } from 'clsx';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useKeysDialog, KeysDialog } from '#components/connection/keys-dialog.tsx';
import { RefusedText } from '#components/connection/refused-text.tsx';
import { TroubleBanner } from '#components/connection/trouble-banner.tsx';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { BringPictures } from '#components/pictures/bring-pictures.tsx';
import { IncomingPanel } from '#components/pictures/incoming-panel.tsx';
import type { IncomingPictures } from '#components/pictures/incoming-pictures.ts';
import type { PictureActions } from '#components/pictures/picture-actions.ts';
import { messages } from '#lib/messages/en.ts';
import type { SectionActions } from '#components/sections/section-actions.ts';
import type { Answer, BlameView, HistoryActions } from '#lib/history/history-views.ts';
import type { DeckView } from '#lib/views.ts';
import { AccessLines } from './access-lines.tsx';
import type { DeckAccessActions } from './access-actions.ts';
import { CopiesLine } from './copies-line.tsx';
import type { DeckDesk } from './deck-desk.ts';
import { DeletionLine } from './deletion-line.tsx';
import { Divider } from './divider.tsx';
import { FOOTER_BUTTON, FooterBar } from './footer-bar.tsx';
import { HeldLine } from './held-line.tsx';
import { HintsPanel } from './hints-panel.tsx';
import { LastTime } from './last-time.tsx';
import { OwnSections } from './own-sections.tsx';
import { OfferLine } from './offer-line.tsx';
import { Outline, type ChooseSlide } from './outline.tsx';
import { PictureWindow } from './picture-window.tsx';
import { Preview } from './preview.tsx';
import { useOutlineExtras } from './section-extras.tsx';
import { useWorkspace } from './use-workspace.ts';
import { WORKSPACE_KEYS } from './workspace-keys.ts';
import { WorkspaceHeader } from './workspace-header.tsx';
import { WorkspaceTabs, type Pane } from './workspace-tabs.tsx';
import { WritingPane } from './writing-pane.tsx';

export interface DeckWorkspaceProps {
  readonly view: DeckView;
  /** What can be done with its sections; null for a template. */
  readonly actions: SectionActions | null;
  /** Lock it, put somebody out; null for a template. */
  readonly access: DeckAccessActions | null;
  /** Reads who wrote what; null for who may not see the deck's history. */
  readonly readBlame: (() => Promise<Answer<BlameView>>) | null;
  /** Takes back what somebody took out. */
  readonly undo: HistoryActions['make'];
  readonly pictures: PictureActions;
  /** What is to be known of this deck above its text. */
  readonly above?: ReactNode;
  /** Address of the stage document. */
  readonly stage: string;
  /** Nonce of this page's content security policy. */
  readonly nonce: string;
}

/** The deck's page: outline, source and slides of one text, which everybody writes at the same time. */
export function DeckWorkspace(props: DeckWorkspaceProps) {
  const { view, actions, access, undo, stage } = props;
  const { desk, session, writable, nonce, hints, blame, incoming, lastTime } = useWorkspace(props);
  const [pane, setPane] = useState<Pane>('write');
  const keys = useKeysDialog();
  // At once, because the editor can only be gone to where it is shown.
  const showText = () => flushSync(() => setPane('write'));
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <WorkspaceHeader view={view} session={session} access={access} />
      {props.above}
      <AccessLines view={view} access={access} />
      <OfferLine view={view} session={session} />
      {session !== null && <HeldLine view={view} session={session} />}
      {session !== null && (
        <TroubleBanner
          session={session}
          // Of a correction the line above says it.
          writable={view.may.writeDeck || (view.deck.frozen && view.deck.kind !== 'correction')}
          record={view.call?.addresses.call ?? null}
        />
      )}
      <RefusedText deckId={view.deck.id} />
      <WorkspaceTabs pane={pane} onPane={setPane} />
      <Panes {...{ desk, session, view, actions, access, stage, nonce, pane, incoming, writable }} onPane={setPane} />
      {hints.open && <HintsPanel desk={desk} onGo={showText} onClose={hints.close} />}
      <CopiesLine desk={desk} onGo={showText} />
      <DeletionLine desk={desk} session={session} undo={undo} />
      <IncomingPanel incoming={incoming} writable={writable} />
      <LastTime desk={desk} actions={actions} panel={lastTime} />
      <FooterBar
        deckId={view.deck.id}
        template={view.call === null}
        {...{ desk, lastTime, blame }}
        panel={hints}
        pictures={
          writable ? (
            <BringPictures
              incoming={incoming}
              actions={view.deck.kind === 'call' ? props.pictures : null}
              deckId={view.deck.id}
              className={FOOTER_BUTTON}
            />
          ) : null
        }
        onKeys={keys.show}
      />
      <PictureWindow desk={desk} pictures={view.pictures} />
      <KeysDialog dialog={keys.dialog} lines={WORKSPACE_KEYS} />
    </div>
  );
}

interface PanesProps extends Omit<DeckWorkspaceProps, 'readBlame' | 'undo' | 'pictures' | 'above'> {
  readonly incoming: IncomingPictures;
  readonly desk: DeckDesk;
  readonly session: DeckSession | null;
  readonly writable: boolean;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

function Panes({ desk, session, view, actions, stage, nonce, pane, onPane, incoming, writable }: PanesProps) {
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
        <WritingPane
          desk={desk}
          session={session}
          text={view.deck.text}
          writable={writable}
          onFiles={incoming.take}
          nonce={nonce}
        />
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
