import { clsx } from 'clsx';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { TextInput } from '#components/ui/field.tsx';
import { addresses } from '#lib/addresses.ts';
import { PICTURE_FILTERS, type PictureFilter, type SeriesPicturesView } from '#lib/assets/series-pictures-view.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.pictures;

/** Which pictures are shown: by what they lack, and by what is found in them. Links and a form, so that each has an address. */
export function PictureFilters({ view: { series, asked, counts } }: { readonly view: SeriesPicturesView }) {
  // What there is none of is offered only where it is looked at.
  const offered = PICTURE_FILTERS.filter((filter) => filter === 'all' || counts[filter] > 0 || filter === asked.show);
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <nav aria-label={words.filter} className="flex flex-wrap gap-x-1 gap-y-1">
        {offered.map((filter) => (
          <FilterLink
            key={filter}
            filter={filter}
            count={counts[filter]}
            chosen={filter === asked.show}
            address={addresses.pictures(series.slug, {
              show: filter,
              ...(asked.search === '' ? {} : { search: asked.search }),
            })}
          />
        ))}
      </nav>
      <form role="search" method="get" className="flex w-full flex-wrap items-center gap-2 tablet:w-auto">
        <input type="hidden" name="show" value={asked.show} />
        <TextInput
          type="search"
          name="search"
          key={asked.search}
          defaultValue={asked.search}
          maxLength={200}
          aria-label={words.search.label}
          placeholder={words.search.placeholder}
          className="min-w-0 flex-1 tablet:w-64"
        />
        <Button type="submit">{words.search.submit}</Button>
        {asked.search !== '' && (
          <Link
            href={addresses.pictures(series.slug, { show: asked.show })}
            className="link-text inline-flex min-h-11 items-center text-14 tablet:min-h-0"
          >
            {words.search.clear}
          </Link>
        )}
      </form>
    </div>
  );
}

interface FilterLinkProps {
  readonly filter: PictureFilter;
  readonly count: number;
  readonly chosen: boolean;
  readonly address: string;
}

function FilterLink({ filter, count, chosen, address }: FilterLinkProps) {
  return (
    <Link
      href={address}
      prefetch={false}
      aria-current={chosen ? 'page' : undefined}
      className={clsx(
        'inline-flex min-h-11 items-center gap-2 rounded-6 px-3 text-14 hover:bg-well tablet:min-h-9',
        chosen ? 'bg-well font-semibold' : 'text-soft',
      )}
    >
      {words.filters[filter]} <span className="tabular text-12 text-soft">{count}</span>
    </Link>
  );
}
