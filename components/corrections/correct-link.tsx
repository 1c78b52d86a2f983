import { clsx } from 'clsx';
import Link from 'next/link';
import { messages } from '#lib/messages/en.ts';
import type { RecordPart } from '#lib/record/record-part.ts';

const words = messages.corrections;

/** The way to the correction of a section, at the section, for who may. */
export function CorrectLink({
  part: { title, correct },
  className,
}: {
  readonly part: Pick<RecordPart, 'title' | 'correct'>;
  readonly className?: string;
}) {
  if (correct === undefined) return null;
  return (
    <p className={clsx('font-sans text-14 print:hidden', className)}>
      <Link
        href={correct.address}
        prefetch={false}
        className="link-text inline-flex min-h-11 items-center tablet:min-h-7"
      >
        {correct.open ? words.goOn : words.correct}
        <span className="sr-only">: {title}</span>
      </Link>
    </p>
  );
}
