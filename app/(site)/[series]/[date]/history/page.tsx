import type { Metadata } from 'next';
import { cache } from 'react';
import { currentVisitor } from '#app/current-visitor.ts';
import { deckAccessActions } from '#app/decks/access-actions.ts';
import { historyActions } from '#app/history/history-actions.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { HistoryPage } from '#components/history/history-page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { HistoryView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { historyPage } from '#server/history/history-page.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

const load = cache(async (series: string, call: string): Promise<HistoryView> =>
  openPage({ path: addresses.history(series, call), series, call }, historyPage(await currentVisitor(), series, call)),
);

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  const { call } = await load(series, date);
  return { title: messages.history.titleOf(call?.title ?? series) };
}

export default async function CallHistoryPage({ params }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  const view = await load(series, date);
  return (
    <HistoryPage
      key={view.deck.id}
      view={view}
      actions={historyActions(view.deck.id)}
      access={deckAccessActions(view.deck.id)}
      stage={stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own')}
      madeAt={new Date().toISOString()}
    />
  );
}
