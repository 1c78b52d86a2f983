import Link from 'next/link';
import { messages } from '#lib/messages/en.ts';
import type { RecordSlideView } from '#lib/record/record-part.ts';

/** Of an older edition: that the slide on the stage was changed later, and what it became. */
export function ChangedLater({ slide }: { readonly slide: RecordSlideView | undefined }) {
  if (slide?.later === undefined) return null;
  return (
    <p className="text-14 text-soft">
      <Link href={slide.later} prefetch={false} className="link-text inline-flex min-h-11 items-center tablet:min-h-7">
        {messages.corrections.changes.changedLater}
      </Link>
    </p>
  );
}
