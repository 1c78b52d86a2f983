import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { changeYoursAction } from '#app/sections/actions.ts';
import { FirstRun } from '#components/home/first-run.tsx';
import { HomeOverview } from '#components/home/home-overview.tsx';
import { Stranger } from '#components/home/stranger.tsx';
import { listSeries } from '#server/series/list-series.ts';

export const metadata: Metadata = { robots: { index: true, follow: true } };

export default async function HomePage() {
  const home = await listSeries(await currentVisitor());
  if (home.series.length > 0)
    return <HomeOverview home={home} change={changeYoursAction} madeAt={new Date().toISOString()} />;
  return home.may.createSeries ? <FirstRun inBin={home.inBin} /> : <Stranger />;
}
