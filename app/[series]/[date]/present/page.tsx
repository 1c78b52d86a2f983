import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { callActions } from '#app/calls/call-actions.ts';
import { loadDeck } from '#app/decks/load-deck.ts';
import type { RouteProps } from '#app/route-props.ts';
import { PresenterPage } from '#components/live/presenter-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  const { call } = await loadDeck(series, date, addresses.present(series, date));
  return { title: messages.live.presentTitle(call?.title ?? series) };
}

export default async function PresentPage({ params }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  const view = await loadDeck(series, date, addresses.present(series, date));
  // Who may not present follows; and an ended call has its record.
  if (view.call === null || view.call.state === 'ended') return redirect(addresses.call(series, date));
  if (!view.may.present) return redirect(addresses.live(series, date));
  const stage = stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own');
  return (
    <PresenterPage
      key={view.deck.id}
      view={view}
      actions={callActions(view.call.id)}
      stage={stage}
      madeAt={new Date().toISOString()}
    />
  );
}
