import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { LiveBoard } from '#components/board/live-board.tsx';
import type { SectionActions } from '#components/sections/section-actions.ts';
import type { PictureActions } from '#components/pictures/picture-actions.ts';
import { TitleButton } from '#components/pictures/title-button.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { CallView } from '#lib/views.ts';
import type { CallActions } from './call-actions.ts';
import { CallControls } from './call-controls.tsx';
import { CallMenu } from './call-menu.tsx';
import { CallStateLine } from './call-state-line.tsx';

const words = messages.call;

interface CallBoardProps {
  readonly board: CallView;
  readonly actions: CallActions;
  /** What can be done with its sections; null where the deck may not be read. */
  readonly sections: SectionActions | null;
  /** What can be done with its pictures; null where the deck may not be read. */
  readonly pictures: PictureActions | null;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** A call's own page before and during it: its state, what to do next, the running order. */
export function CallBoard({ board, actions, sections, pictures, madeAt }: CallBoardProps) {
  const { call, deck, series } = board;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={call.title}
        lead={<CallStateLine call={call} madeAt={madeAt} />}
      />
      <Doors board={board} actions={actions} pictures={pictures} />
      {deck !== null && sections !== null && (
        <PagePart title={words.agenda}>
          <LiveBoard board={{ ...board, deck }} actions={sections} changeSlot={actions.changeSlot} madeAt={madeAt} />
        </PagePart>
      )}
    </Page>
  );
}

function Doors({ board, actions, pictures }: Pick<CallBoardProps, 'board' | 'actions' | 'pictures'>) {
  const { call, may, series } = board;
  const live = call.state === 'live';
  return (
    <div className="mb-12 flex flex-wrap items-start gap-2">
      {live && may.readLive && (
        <LinkButton href={call.addresses.live} tone={may.present ? 'quiet' : 'live'}>
          {words.follow}
        </LinkButton>
      )}
      {may.readDeck && <DeckDoor href={call.addresses.deck} mayWrite={may.writeDeck} first={!live} />}
      {may.present && (
        <LinkButton href={call.addresses.present} tone={live ? 'main' : 'quiet'}>
          {live ? words.present : words.rehearse}
        </LinkButton>
      )}
      <CallControls may={may} actions={actions} />
      <TitleDoor board={board} pictures={pictures} />
      {may.history && (
        <LinkButton tone="bare" href={addresses.history(series.slug, call.address)}>
          {messages.history.link}
        </LinkButton>
      )}
      <CallMenu may={may} actions={actions} slot={board.time.slot} />
    </div>
  );
}

function TitleDoor({ board: { deck, may }, pictures }: Pick<CallBoardProps, 'board' | 'pictures'>) {
  if (!may.writeDeck || deck === null || pictures === null) return null;
  return <TitleButton deckId={deck.id} actions={pictures} />;
}

interface DeckDoorProps {
  readonly href: string;
  readonly mayWrite: boolean;
  /** Whether writing is the thing to do now. */
  readonly first: boolean;
}

function DeckDoor({ href, mayWrite, first }: DeckDoorProps) {
  return (
    <LinkButton href={href} tone={first && mayWrite ? 'main' : 'quiet'}>
      {mayWrite ? words.openDeck : words.readDeck}
    </LinkButton>
  );
}
