import Link from 'next/link';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import type { DeletedView } from '#lib/bin/bin-views.ts';
import { sayShortDay } from '#lib/dates/say-when.ts';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { BinActions } from './bin-actions.ts';
import { RestoreButton } from './restore-button.tsx';

const words = messages.bin.place;

interface DeletedPlaceProps {
  readonly deleted: DeletedView;
  readonly restore: BinActions;
}

/** What stands where something was deleted: what happened, until when it can come back, and for its hosts the way back. */
export function DeletedPlace({ deleted, restore }: DeletedPlaceProps) {
  const { row, mayRestore, series, bin } = deleted;
  const { kind, id, name, by, timeZone } = row;
  const day = (at: string) => sayShortDay(new Date(at), timeZone);
  const sentence = words.sentence(kind, { by, on: day(row.deletedAt), until: day(row.until) });
  return (
    <Page width="narrow">
      <PageTitle
        above={<span className="[overflow-wrap:anywhere]">{row.date === null ? name : `${name}, ${row.date}`}</span>}
        title={words.title[kind]}
        lead={`${sentence} ${words.kept[kind]}`}
      />
      <div className="flex flex-wrap items-start gap-2">
        {mayRestore && <RestoreButton name={name} restore={restore[kind].bind(null, id)} here tone="main" />}
        <LinkButton href={series?.address ?? addresses.home()} tone={mayRestore ? 'quiet' : 'main'}>
          {series === null ? messages.frame.notFound.home : words.toSeries(series.name)}
        </LinkButton>
      </div>
      {bin !== null && (
        <p className="mt-6">
          <Link href={bin} className="link-text inline-flex min-h-11 items-center text-14">
            {words.toBin}
          </Link>
        </p>
      )}
    </Page>
  );
}
