import Link from 'next/link';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import type { ForeignPicture } from '#lib/assets/foreign-pictures.ts';
import type { SeriesPicturesView } from '#lib/assets/series-pictures-view.ts';
import { messages } from '#lib/messages/en.ts';
import { ForeignChoice } from './foreign-choice.tsx';
import { ForeignList } from './foreign-list.tsx';
import { PictureFilters } from './picture-filters.tsx';
import { PictureRow } from './picture-row.tsx';
import type { PicturesActions } from './pictures-actions.ts';

const words = messages.pictures;

interface PicturesPageProps {
  readonly view: SeriesPicturesView;
  /** Pictures that open decks name on other servers, of which no copy is kept; none for others than hosts. */
  readonly foreign: readonly ForeignPicture[];
  readonly actions: PicturesActions;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** All pictures of a series: what they show, where they are used, and for hosts which of other servers are shown. */
export function PicturesPage({ view, foreign, actions, madeAt }: PicturesPageProps) {
  const { series, counts, bytes, may } = view;
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={series} />}
        title={words.title}
        lead={
          <>
            {counts.all > 0 && <p className="tabular font-semibold text-ink">{words.total(counts.all, bytes)}</p>}
            <p>{words.lead}</p>
          </>
        }
      />
      {counts.all > 0 && <PictureFilters view={view} />}
      <PictureList view={view} actions={actions} madeAt={madeAt} />
      {may.manage && (
        <PagePart title={words.foreign.title}>
          <ForeignChoice shown={view.foreignPictures} choose={actions.chooseForeign} />
          <ForeignList foreign={foreign} keep={actions.keepCopy} />
        </PagePart>
      )}
    </Page>
  );
}

function PictureList({ view, actions, madeAt }: Omit<PicturesPageProps, 'foreign'>) {
  const { series, pictures, asked } = view;
  if (pictures.length === 0)
    return (
      <div className="mb-12">
        <EmptyState>{asked.search === '' ? words.none[asked.show] : words.noneFound(asked.search)}</EmptyState>
      </div>
    );
  return (
    <div className="mb-12">
      <ul aria-label={words.list} className="border-t border-line">
        {pictures.map((picture) => (
          <PictureRow
            key={picture.key}
            picture={picture}
            series={series}
            may={view.may}
            actions={actions}
            madeAt={madeAt}
          />
        ))}
      </ul>
      <Paging view={view} />
    </div>
  );
}

function Paging({ view: { series, asked, next } }: { readonly view: SeriesPicturesView }) {
  if (next === null && asked.after === null) return null;
  const { show, search } = asked;
  const link = 'inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline tablet:min-h-0';
  return (
    <nav aria-label={words.list} className="mt-4 flex gap-6 text-14">
      {asked.after !== null && (
        <Link href={addresses.pictures(series.slug, { show, search })} className={link}>
          {words.newest}
        </Link>
      )}
      {next !== null && (
        <Link href={addresses.pictures(series.slug, { show, search, after: next })} className={link}>
          {words.older}
        </Link>
      )}
    </nav>
  );
}
