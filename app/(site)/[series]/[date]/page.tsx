import type { Metadata } from 'next';
import { CallPageContent } from '#app/calls/call-page-content.tsx';
import { callMetadata, loadCall } from '#app/calls/load-call.ts';
import type { RouteProps } from '#app/route-props.ts';
import { recordLook } from '#lib/record/record-views.ts';

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  return callMetadata(series, date);
}

export default async function CallPage({ params, searchParams }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  const look = recordLook((await searchParams)['as']);
  return <CallPageContent view={await loadCall(series, date)} madeAt={new Date().toISOString()} look={look} />;
}
