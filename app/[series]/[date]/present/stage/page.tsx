import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadDeck } from '#app/decks/load-deck.ts';
import type { RouteProps } from '#app/route-props.ts';
import { SharedStage } from '#components/live/shared-stage.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  const { call } = await loadDeck(series, date, addresses.presentStage(series, date));
  return { title: messages.presenting.stage.title(call?.title ?? series) };
}

export default async function StagePage({ params }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  const view = await loadDeck(series, date, addresses.presentStage(series, date));
  if (view.call === null || view.call.state === 'ended') return redirect(addresses.call(series, date));
  if (!view.may.present) return redirect(addresses.live(series, date));
  const stage = stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own');
  return <SharedStage key={view.deck.id} view={view} stage={stage} />;
}
