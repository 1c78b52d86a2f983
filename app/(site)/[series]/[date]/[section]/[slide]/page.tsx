import type { Metadata } from 'next';
import { CallPageContent } from '#app/calls/call-page-content.tsx';
import { loadRecord } from '#app/calls/load-call.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { GoneSlide } from '#components/corrections/gone-slide.tsx';
import { goneSlide } from '#server/corrections/gone-slide.ts';
import { recordMetadata } from '#app/calls/record-metadata.ts';
import type { RouteProps } from '#app/route-props.ts';

type Props = RouteProps<'series' | 'date' | 'section' | 'slide'>;

/** The record, and the slide that is asked for: one that it does not have leads to its beginning. */
async function load({ params }: Pick<Props, 'params'>) {
  const { series, date, section, slide: key } = await params;
  const record = await loadRecord(series, date);
  const asked = decodeURIComponent(section);
  const slide = record.slides.find((each) => each.section === asked && each.key === key);
  // A correction may have taken it out: then the nearest place, with a word.
  const gone =
    slide === undefined && record.editions.length > 1
      ? await goneSlide(await currentVisitor(), series, {
          address: decodeURIComponent(date),
          section: asked,
          slide: key,
        })
      : null;
  return { record, slide, gone };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { record, slide } = await load(props);
  return recordMetadata(record, slide === undefined ? null : { slide });
}

/** A slide of a record at its permanent address. Before the record is made the address leads to the call. */
export default async function SlidePage(props: Props) {
  const { record, slide, gone } = await load(props);
  return (
    <>
      {gone !== null && <GoneSlide />}
      <CallPageContent
        view={{ kind: 'record', record }}
        madeAt={new Date().toISOString()}
        look="slides"
        startAt={slide?.index ?? gone ?? 0}
      />
    </>
  );
}
