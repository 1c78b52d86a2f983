import Link from 'next/link';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { SeriesReference } from '#lib/views.ts';

/** The way back to the archive that a page belongs to. */
export function ArchiveCrumb({ series }: { readonly series: SeriesReference }) {
  return (
    <Link
      href={addresses.archive(series.slug)}
      className="inline-flex min-h-11 max-w-full items-center gap-1.5 underline-offset-4 hover:text-ink hover:underline tablet:min-h-0"
    >
      <span aria-hidden="true">‹</span>
      <span className="truncate">
        {series.name} · {messages.archive.title}
      </span>
    </Link>
  );
}
