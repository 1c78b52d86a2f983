import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { messages } from '#lib/messages/en.ts';
import type { CallView, SectionOutline } from '#lib/views.ts';
import type { CallActions } from './call-actions.ts';
import { CallControls } from './call-controls.tsx';
import { CallStateLine } from './call-state-line.tsx';

const words = messages.call;

interface CallBoardProps {
  readonly board: CallView;
  readonly actions: CallActions;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** A call's own page before and during it: its state, what to do next, the running order. */
export function CallBoard({ board, actions, madeAt }: CallBoardProps) {
  const { call, deck, series } = board;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={call.title}
        lead={<CallStateLine call={call} madeAt={madeAt} />}
      />
      <Doors board={board} actions={actions} />
      {deck !== null && (
        <PagePart
          title={words.agenda}
          aside={<span className="tabular text-14 text-soft">{messages.frame.slides(deck.slides)}</span>}
        >
          {deck.sections.length === 0 ? (
            <EmptyState>{words.agendaEmpty}</EmptyState>
          ) : (
            <RunningOrder sections={deck.sections} />
          )}
        </PagePart>
      )}
    </Page>
  );
}

function Doors({ board, actions }: Pick<CallBoardProps, 'board' | 'actions'>) {
  const { call, may } = board;
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
    </div>
  );
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

function RunningOrder({ sections }: { readonly sections: readonly SectionOutline[] }) {
  return (
    <table className="w-full border-collapse text-left">
      <thead className="sr-only">
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.section}</th>
          <th scope="col">{words.slides}</th>
        </tr>
      </thead>
      <tbody>
        {sections.map((section, index) => (
          <tr key={section.key} className="border-b border-line">
            <td className="tabular w-9 py-3 align-baseline text-14 text-soft">{index + 1}</td>
            <th scope="row" className="py-3 align-baseline font-medium [overflow-wrap:anywhere]">
              {section.title}
            </th>
            <td className="tabular py-3 pl-4 text-right align-baseline text-14 whitespace-nowrap text-soft">
              {messages.frame.slides(section.slides)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
