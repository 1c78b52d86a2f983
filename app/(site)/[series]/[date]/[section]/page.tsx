import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CallPageContent } from '#app/calls/call-page-content.tsx';
import { loadRecord } from '#app/calls/load-call.ts';
import { recordMetadata } from '#app/calls/record-metadata.ts';
import type { RouteProps } from '#app/route-props.ts';

type Props = RouteProps<'series' | 'date' | 'section'>;

async function load({ params }: Pick<Props, 'params'>) {
  const { series, date, section: key } = await params;
  const record = await loadRecord(series, date);
  const asked = decodeURIComponent(key);
  const section = record.parts.find((part) => part.key === asked && part.toSlide > part.fromSlide);
  if (section !== undefined) return { record, section };
  // A correction may have taken it away: an address that worked leads to what came of it.
  return record.editions.length > 1 ? redirect(record.call.addresses.call) : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { record, section } = await load(props);
  return recordMetadata(record, { section });
}

/** A section of a record at its permanent address, read alone. Before the record is made the address leads to the call. */
export default async function SectionPage(props: Props) {
  const { record, section } = await load(props);
  return <CallPageContent view={{ kind: 'record', record }} madeAt={new Date().toISOString()} section={section} />;
}
