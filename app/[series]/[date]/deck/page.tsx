import type { Metadata } from 'next';
import { deckAccessActions } from '#app/decks/access-actions.ts';
import { loadDeck } from '#app/decks/load-deck.ts';
import { pageNonce } from '#app/decks/page-nonce.ts';
import { makeChangeAction, readBlameAction } from '#app/history/actions.ts';
import { pictureActions } from '#app/pictures/picture-actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { sectionActions } from '#app/sections/section-actions.ts';
import { DeckWorkspace } from '#components/workspace/deck-workspace.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  const { call } = await loadDeck(series, date, addresses.deck(series, date));
  return { title: messages.deck.title(call?.title ?? series) };
}

export default async function DeckPage({ params }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  const view = await loadDeck(series, date, addresses.deck(series, date));
  const stage = stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own');
  return (
    <DeckWorkspace
      key={view.deck.id}
      view={view}
      actions={sectionActions(view.deck.id)}
      access={deckAccessActions(view.deck.id)}
      readBlame={view.may.history ? readBlameAction.bind(null, view.deck.id) : null}
      undo={makeChangeAction.bind(null, view.deck.id)}
      pictures={pictureActions(view.deck.id)}
      stage={stage}
      nonce={await pageNonce()}
    />
  );
}
