import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { loadLive } from '#app/decks/load-live.ts';
import type { RouteProps } from '#app/route-props.ts';
import { AudiencePage } from '#components/live/audience-page.tsx';
import { readSlideLink } from '#lib/live/slide-link.ts';
import { messages } from '#lib/messages/en.ts';
import { linkedSlide } from '#server/archive/linked-slide.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  return { title: messages.live.title((await loadLive(series, date)).call.title) };
}

/** A call for its audience. With `?slide=` it opens there, and once the call has ended it leads to that slide in the record. */
export default async function LivePage({ params, searchParams }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  const view = await loadLive(series, date);
  const link = readSlideLink((await searchParams)['slide']);
  if (link !== null && view.call.state === 'ended' && view.may.readRecord) {
    const address = await linkedSlide(await currentVisitor(), series, date, link);
    if (address !== null) return redirect(address);
  }
  const stage = stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own');
  return <AudiencePage view={view} stage={stage} link={link} madeAt={new Date().toISOString()} />;
}
