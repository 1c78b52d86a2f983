import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { SinceList } from '#components/archive/since-list.tsx';
import { addresses } from '#lib/addresses.ts';
import { dateSchema } from '#lib/calls/call-form.ts';
import { addDays } from '#lib/dates/call-date.ts';
import { messages } from '#lib/messages/en.ts';
import { sincePage } from '#server/archive/since-page.ts';

export const metadata: Metadata = { title: messages.archive.since.title };

/** Without a date: what was said in the last four weeks. */
const USUAL_DAYS = 28;

export default async function SincePage({ params, searchParams }: RouteProps<'series'>) {
  const { series } = await params;
  const { date } = await searchParams;
  const asked = dateSchema.safeParse(date);
  const now = new Date().toISOString();
  const since = asked.success ? asked.data : addDays(now.slice(0, 10), -USUAL_DAYS);
  const view = await openPage(
    { path: addresses.archiveSince(series, since), series },
    sincePage(await currentVisitor(), series, since),
  );
  return <SinceList view={view} badDate={date !== undefined && !asked.success} madeAt={now} />;
}
