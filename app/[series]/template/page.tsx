import type { Metadata } from 'next';
import { pageNonce } from '#app/decks/page-nonce.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import { makeChangeAction, readBlameAction } from '#app/history/actions.ts';
import { pictureActions } from '#app/pictures/picture-actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { DeckWorkspace } from '#components/workspace/deck-workspace.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { templatePage } from '#server/decks/deck-page.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export const metadata: Metadata = { title: messages.deck.template };

export default async function TemplatePage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const view = await openPage(
    { path: addresses.template(series), series },
    templatePage(await currentVisitor(), series),
  );
  const stage = stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own');
  return (
    <DeckWorkspace
      key={view.deck.id}
      view={view}
      actions={null}
      access={null}
      readBlame={view.may.history ? readBlameAction.bind(null, view.deck.id) : null}
      undo={makeChangeAction.bind(null, view.deck.id)}
      pictures={pictureActions(view.deck.id)}
      stage={stage}
      nonce={await pageNonce()}
    />
  );
}
