import type { Metadata } from 'next';
import { publishCorrectionAction, withdrawCorrectionAction } from '#app/corrections/actions.ts';
import { sectionAsked } from '#app/corrections/section-asked.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { pageNonce } from '#app/decks/page-nonce.ts';
import { makeChangeAction } from '#app/history/actions.ts';
import { openPage } from '#app/open-page.ts';
import { pictureActions } from '#app/pictures/picture-actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { CorrectionLine } from '#components/corrections/correction-line.tsx';
import { DeckWorkspace } from '#components/workspace/deck-workspace.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { correctionPage } from '#server/corrections/correction-pages.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export const metadata: Metadata = { title: messages.corrections.correct, robots: { index: false } };

/** The correction of a section of a record, to write: the workspace of any deck. */
export default async function CorrectionPage({ params, searchParams }: RouteProps<'series' | 'date'>) {
  const { series, date: call } = await params;
  const section = sectionAsked(await searchParams);
  const place = { path: addresses.correction(series, call, section), series, call };
  const { view, correction } = await openPage(place, correctionPage(await currentVisitor(), series, { call, section }));
  const { deckId } = correction;
  return (
    <DeckWorkspace
      key={deckId}
      view={view}
      actions={null}
      access={null}
      readBlame={null}
      undo={makeChangeAction.bind(null, deckId)}
      pictures={pictureActions(deckId)}
      above={
        <CorrectionLine
          correction={correction}
          actions={{
            publish: publishCorrectionAction.bind(null, deckId),
            withdraw: withdrawCorrectionAction.bind(null, deckId),
          }}
          timeZone={view.series.timeZone}
          madeAt={new Date().toISOString()}
        />
      }
      stage={stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own')}
      nonce={await pageNonce()}
    />
  );
}
