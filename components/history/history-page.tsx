import Link from 'next/link';
import { Page, PageTitle } from '#components/ui/page.tsx';
import type { HistoryView } from '#lib/history/history-views.ts';
import { messages } from '#lib/messages/en.ts';
import { Emergency } from './emergency.tsx';
import { HistoryDesk } from './history-desk.tsx';
import type { HistoryDeskProps } from './use-history-desk.ts';

const words = messages.history;

/** A deck's history: who wrote, what undoes it, and any moment to look at and bring back. */
export function HistoryPage({ view, actions, access, stage, madeAt }: HistoryDeskProps) {
  return (
    <div className="group/history">
      <Page>
        <PageTitle
          above={<DeckCrumb view={view} />}
          title={words.title}
          {...(view.deck.frozen
            ? {}
            : { lead: <p className="max-desk:group-has-data-reading/history:hidden">{words.lead}</p> })}
          actions={access !== null && <Emergency view={view} access={access} />}
        />
        <HistoryDesk view={view} actions={actions} access={access} stage={stage} madeAt={madeAt} />
      </Page>
    </div>
  );
}

/** The way back to the deck. */
function DeckCrumb({ view: { deck, call, series } }: { readonly view: HistoryView }) {
  return (
    <Link
      href={deck.address}
      className="inline-flex min-h-11 max-w-full items-center gap-1.5 underline-offset-4 hover:text-ink hover:underline tablet:min-h-0"
    >
      <span aria-hidden="true">‹</span>
      <span className="truncate">{call?.title ?? series.name}</span>
      <span className="tabular shrink-0">{call === null ? words.template : messages.deck.day(call.when.date)}</span>
    </Link>
  );
}
