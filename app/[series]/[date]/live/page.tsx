import type { Metadata } from 'next';
import { loadLive } from '#app/decks/load-live.ts';
import type { RouteProps } from '#app/route-props.ts';
import { AudiencePage } from '#components/live/audience-page.tsx';
import { messages } from '#lib/messages/en.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  return { title: messages.live.title((await loadLive(series, date)).call.title) };
}

export default async function LivePage({ params }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  const view = await loadLive(series, date);
  const stage = stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own');
  return <AudiencePage view={view} stage={stage} madeAt={new Date().toISOString()} />;
}
