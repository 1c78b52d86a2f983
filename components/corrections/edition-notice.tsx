import Link from 'next/link';
import { Banner } from '#components/ui/banner.tsx';
import { messages } from '#lib/messages/en.ts';
import type { ChangedSectionView } from '#lib/corrections/correction-views.ts';
import type { RecordView } from '#lib/views.ts';

const words = messages.corrections.changes;
/** More are in the difference itself. */
const MOST_NAMED = 8;

/** On the page of an older edition: that there is a newer one, and which slides say something else there. */
export function EditionNotice({ record: { changes } }: { readonly record: Pick<RecordView, 'changes'> }) {
  if (changes?.type !== 'later') return null;
  const slides = changes.sections.flatMap((section) => section.slides.map((slide) => ({ section, slide })));
  return (
    <div className="mb-6">
      <Banner
        action={
          <Link href={changes.address} className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0">
            {messages.call.record.openNewest}
          </Link>
        }
      >
        {slides.length === 0 ? words.none(changes.number) : words.later(slides.length, changes.number)}{' '}
        {slides.slice(0, MOST_NAMED).map(({ section, slide }, index) => (
          <span key={slide.address}>
            {index > 0 && ', '}
            <Link
              href={slide.type === 'removed' ? changes.address : slide.address}
              prefetch={false}
              className="link-text [overflow-wrap:anywhere]"
            >
              {slideName(section, slide)}
            </Link>
            {slide.type !== 'changed' && ` (${words[slide.type]})`}
          </span>
        ))}
        {slides.length > MOST_NAMED && words.more(slides.length - MOST_NAMED)}
      </Banner>
    </div>
  );
}

/** A slide as people find it: its heading, with the section where that is another. */
export function slideName(
  { title }: Pick<ChangedSectionView, 'title'>,
  { heading, key }: Pick<ChangedSectionView['slides'][number], 'heading' | 'key'>,
): string {
  const name = heading === '' ? words.untitled(key) : heading;
  return title === '' || name === title ? name : `${title}: ${name}`;
}
