import { CallBoard } from '#components/call/call-board.tsx';
import { RecordPage } from '#components/record/record-page.tsx';
import { sectionActions } from '#app/sections/section-actions.ts';
import type { CallPageView } from '#lib/views.ts';
import { stageAddress } from '#server/stage/stage-files.ts';
import { callActions } from './call-actions.ts';

interface CallPageContentProps {
  readonly view: CallPageView;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** Section and key of the slide a record begins with. */
  readonly slide?: { readonly section: string; readonly slide: string };
}

/** What a call's address shows: the board, and once the call has ended its record. */
export function CallPageContent({ view, madeAt, slide }: CallPageContentProps) {
  if (view.kind === 'board')
    return (
      <CallBoard
        board={view.board}
        actions={callActions(view.board.call.id)}
        sections={view.board.deck === null ? null : sectionActions(view.board.deck.id)}
        madeAt={madeAt}
      />
    );
  const { record } = view;
  const found = record.slides.findIndex(({ section, key }) => section === slide?.section && key === slide.slide);
  const stage = stageAddress(record.pictures.foreignPictures ? 'foreign' : 'own');
  return (
    <RecordPage
      record={record}
      actions={callActions(record.call.id)}
      stage={stage}
      startAt={Math.max(0, found)}
      madeAt={madeAt}
    />
  );
}
