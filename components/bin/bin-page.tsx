import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import type { DeletedRow } from '#lib/bin/bin-views.ts';
import { messages } from '#lib/messages/en.ts';
import type { BinActions } from './bin-actions.ts';
import { BinList } from './bin-list.tsx';

const words = messages.bin;

interface BinPageProps {
  readonly above?: ReactNode;
  /** Whose bin it is. */
  readonly of: 'ofSeries' | 'own';
  readonly rows: readonly DeletedRow[];
  readonly restore: BinActions;
}

/** What was deleted and can be brought back; empty it says how things get here. */
export function BinPage({ above, of, rows, restore }: BinPageProps) {
  return (
    <Page>
      <PageTitle above={above} title={words.title} lead={rows.length === 0 ? undefined : words[of].lead} />
      {rows.length === 0 ? (
        <EmptyState>{words[of].empty}</EmptyState>
      ) : (
        <div className="border-t border-line">
          <BinList rows={rows} label={words.title} restore={restore} />
        </div>
      )}
    </Page>
  );
}
