import Link from 'next/link';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { RecordLook } from '#lib/record/record-views.ts';

const words = messages.reading;

interface RecordLooksProps {
  /** Address of the record, or of the edition that is shown. */
  readonly record: string;
  readonly look: RecordLook;
  /** Whether only a part of the record is shown: then none of them is the page that one is on. */
  readonly part: boolean;
}

/** The ways to look at a record, each a page of its own and one key away. */
export function RecordLooks({ record, look, part }: RecordLooksProps) {
  const looks = [
    { look: 'read', href: record, title: words.read, key: 'r' },
    { look: 'slides', href: addresses.recordAs(record, 'slides'), title: words.slides, key: 's' },
    { look: 'outline', href: addresses.recordAs(record, 'outline'), title: words.outline, key: 'o' },
  ] as const;
  return (
    <nav
      aria-label={words.views}
      className="mb-6 flex items-center gap-x-5 border-b border-line tablet:gap-x-6 print:hidden"
    >
      {looks.map((each) => (
        <Link
          key={each.look}
          href={each.href}
          aria-current={each.look === look && !part ? 'page' : undefined}
          aria-keyshortcuts={each.key}
          className="-mb-px flex min-h-11 items-center border-b-2 border-transparent px-0.5 text-14 text-soft hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {each.title}
        </Link>
      ))}
    </nav>
  );
}
