import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CallPageContent } from '#app/calls/call-page-content.tsx';
import { callTitle, loadCall } from '#app/calls/load-call.ts';
import type { RouteProps } from '#app/route-props.ts';

type Props = RouteProps<'series' | 'date' | 'section' | 'slide'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { series, date } = await params;
  return { title: await callTitle(series, date) };
}

/** A slide of a record at its permanent address. Before the record is made the address leads to the call. */
export default async function SlidePage({ params }: Props) {
  const { series, date, section, slide } = await params;
  const view = await loadCall(series, date);
  if (view.kind === 'board') return redirect(view.board.call.addresses.call);
  return (
    <CallPageContent
      view={view}
      madeAt={new Date().toISOString()}
      slide={{ section: decodeURIComponent(section), slide }}
    />
  );
}
