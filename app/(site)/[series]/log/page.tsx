import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { AuditLog } from '#components/people/audit-log.tsx';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesLog } from '#server/people/audit-log.ts';

export const metadata: Metadata = { title: messages.people.audit.title };

export default async function SeriesLogPage({ params, searchParams }: RouteProps<'series'>) {
  const { series } = await params;
  const { before } = await searchParams;
  const path = addresses.seriesLog(series);
  const { reference, page } = await openPage({ path, series }, seriesLog(await currentVisitor(), series, before));
  return (
    <AuditLog
      above={<SeriesCrumb series={reference} />}
      page={page}
      timeZone={reference.timeZone}
      ofMany={false}
      newest={path}
      older={page.before === null ? null : addresses.seriesLog(series, page.before)}
    />
  );
}
