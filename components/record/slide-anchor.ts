import type { RecordSlideView } from '#lib/record/record-part.ts';

/** Where on the page a slide stands: as its address ends, so that it is unlike any other id. */
export function anchorOf(slide: RecordSlideView | undefined): string {
  return slide === undefined ? '' : `${slide.section}/${slide.key}`;
}
