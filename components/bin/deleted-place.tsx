import Link from 'next/link';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import type { DeletedView } from '#lib/bin/bin-views.ts';
import { sayShortDay } from '#lib/dates/say-when.ts';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import type { BinActions } from './bin-actions.ts';
import { RestoreButton } from './restore-button.tsx';
import { sayCallDay } from './say-call-day.ts';

const words = messages.bin.place;

interface DeletedPlaceProps {
  readonly deleted: DeletedView;
  readonly restore: BinActions;
}

/** What stands where something was deleted: what happened, until when it can come back, and for its hosts the way back. */
export function DeletedPlace({ deleted, restore }: DeletedPlaceProps) {
  const { row, mayRestore, bin } = deleted;
  const { kind, id, name, by, date, timeZone } = row;
  const day = (at: string) => sayShortDay(new Date(at), timeZone);
  const sentence = words.sentence(kind, { by, on: day(row.deletedAt), until: day(row.until) });
  return (
    <Page>
      <PageTitle
        above={<Above series={deleted.series} />}
        title={<span className="[overflow-wrap:anywhere]">{name}</span>}
        lead={date === null ? undefined : sayCallDay(row)}
      />
      <div className="max-w-[65ch] border-t border-line pt-6">
        <p className="text-20 font-semibold">{sentence}</p>
        <p className="mt-2 text-16 text-soft">{words.kept[kind]}</p>
      </div>
      <div className="mt-6 flex flex-wrap items-start gap-2">
        {mayRestore && <RestoreButton name={name} restore={restore[kind].bind(null, id)} here tone="main" />}
        {bin !== null && <LinkButton href={bin}>{words.toBin}</LinkButton>}
        {bin === null && <LinkButton href={addresses.home()}>{messages.frame.notFound.home}</LinkButton>}
      </div>
    </Page>
  );
}

/** The way back to the series that a call belonged to. */
function Above({ series }: Pick<DeletedView, 'series'>) {
  if (series === null) return words.series;
  return (
    <Link
      href={series.address}
      className="inline-flex min-h-11 max-w-full items-center gap-1.5 underline-offset-4 hover:text-ink hover:underline tablet:min-h-0"
    >
      <span aria-hidden="true">‹</span>
      <span className="truncate">{series.name}</span>
    </Link>
  );
}
