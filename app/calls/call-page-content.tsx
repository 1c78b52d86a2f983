import { CallBoard } from '#components/call/call-board.tsx';
import { EndedPage } from '#components/closing/ended-page.tsx';
import { RecordPage } from '#components/record/record-page.tsx';
import { pictureActions } from '#app/pictures/picture-actions.ts';
import { siteOrigin } from '#app/request-frame.ts';
import { sectionActions } from '#app/sections/section-actions.ts';
import type { RecordPart } from '#lib/record/record-part.ts';
import type { RecordLook } from '#lib/record/record-views.ts';
import type { CallPageView } from '#lib/views.ts';
import { stageAddress } from '#server/stage/stage-files.ts';
import { callActions } from './call-actions.ts';

interface CallPageContentProps {
  readonly view: CallPageView;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** How a record is looked at. */
  readonly look?: RecordLook;
  /** The section of a record that alone is shown. */
  readonly section?: RecordPart;
  /** Running number of the slide that a record begins with on the stage. */
  readonly startAt?: number;
}

/** What a call's address shows: the board, and once the call has ended its record, or how far that is. */
export async function CallPageContent({ view, madeAt, look = 'read', section, startAt = 0 }: CallPageContentProps) {
  if (view.kind === 'board')
    return (
      <CallBoard
        board={view.board}
        actions={callActions(view.board.call.id)}
        sections={view.board.deck === null ? null : sectionActions(view.board.deck.id)}
        pictures={view.board.deck === null ? null : pictureActions(view.board.deck.id)}
        madeAt={madeAt}
      />
    );
  if (view.kind === 'ended')
    return <EndedPage ended={view.ended} actions={callActions(view.ended.call.id)} madeAt={madeAt} />;
  const { record } = view;
  return (
    <RecordPage
      record={record}
      actions={callActions(record.call.id)}
      look={look}
      section={section ?? null}
      stage={stageAddress(record.pictures.foreignPictures ? 'foreign' : 'own')}
      startAt={startAt}
      origin={await siteOrigin()}
      madeAt={madeAt}
    />
  );
}
