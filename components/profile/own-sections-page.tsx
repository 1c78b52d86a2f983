import Link from 'next/link';
import { Yours } from '#components/home/yours.tsx';
import type { SectionActions } from '#components/sections/section-actions.ts';
import { Page, PagePart, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { PastSection } from '#lib/people/people-views.ts';
import type { YourSection } from '#lib/views.ts';

const words = messages.profile.sections;

interface OwnSectionsPageProps {
  readonly coming: readonly YourSection[];
  readonly past: readonly PastSection[];
  readonly change: SectionActions['change'];
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** What somebody reports, across all series: in calls to come, then in those that have ended. */
export function OwnSectionsPage({ coming, past, change, madeAt }: OwnSectionsPageProps) {
  return (
    <Page>
      <PageTitle
        above={
          <Link href={addresses.profile()} className="underline-offset-4 hover:underline">
            ‹ {messages.profile.open}
          </Link>
        }
        title={words.title}
      />
      {coming.length === 0 ? (
        <PagePart title={words.coming}>
          <p className="pt-4 text-14 text-soft">{words.noComing}</p>
        </PagePart>
      ) : (
        <Yours yours={coming} change={change} madeAt={madeAt} />
      )}
      <PagePart title={words.past} aside={<span className="tabular text-14 text-soft">{past.length}</span>}>
        {past.length === 0 && <p className="pt-4 text-14 text-soft">{words.noPast}</p>}
        <ul>
          {past.map(({ title, series, date, address }, at) => (
            <li key={`${address} ${at}`} className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2">
              <Link
                href={address}
                className="min-w-0 flex-1 basis-60 font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
              >
                {title}
              </Link>
              <span className="text-14 text-soft">
                {series}, <span className="tabular">{messages.deck.day(date)}</span>
              </span>
            </li>
          ))}
        </ul>
      </PagePart>
    </Page>
  );
}
