import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { NowWaiting } from '#components/call/now-waiting.tsx';
import { RecordView } from '#components/record/record-view.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { nowPage } from '#server/calls/now-page.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export const metadata: Metadata = { title: messages.call.now.title };

export default async function NowPage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const now = await openPage({ path: addresses.now(series), series }, nowPage(await currentVisitor(), series));
  if (now.kind === 'live') return redirect(now.live.call.addresses.live);
  const record = now.lastRecord;
  const stage = stageAddress(record?.pictures.foreignPictures === true ? 'foreign' : 'own');
  return (
    <NowWaiting
      now={now}
      madeAt={new Date().toISOString()}
      record={record === null ? null : <RecordView record={record} stage={stage} startAt={0} followAddress={false} />}
    />
  );
}
