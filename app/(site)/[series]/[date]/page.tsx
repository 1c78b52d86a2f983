import type { Metadata } from 'next';
import { CallPageContent } from '#app/calls/call-page-content.tsx';
import { callTitle, loadCall } from '#app/calls/load-call.ts';
import type { RouteProps } from '#app/route-props.ts';

export async function generateMetadata({ params }: RouteProps<'series' | 'date'>): Promise<Metadata> {
  const { series, date } = await params;
  return { title: await callTitle(series, date) };
}

export default async function CallPage({ params }: RouteProps<'series' | 'date'>) {
  const { series, date } = await params;
  return <CallPageContent view={await loadCall(series, date)} madeAt={new Date().toISOString()} />;
}
