import Link from 'next/link';
import type { SeriesReference } from '#lib/views.ts';

/** The way back to the series a page belongs to. */
export function SeriesCrumb({ series }: { readonly series: SeriesReference }) {
  return (
    <Link
      href={series.addresses.series}
      className="inline-flex min-h-11 max-w-full items-center gap-1.5 underline-offset-4 hover:text-ink hover:underline tablet:min-h-0"
    >
      <span aria-hidden="true">‹</span>
      <span className="truncate">{series.name}</span>
    </Link>
  );
}
