import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { historyActions } from '#app/history/history-actions.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { HistoryPage } from '#components/history/history-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { templateHistory } from '#server/history/history-page.ts';
import { stageAddress } from '#server/stage/stage-files.ts';

export const metadata: Metadata = { title: messages.history.titleOf(messages.history.template) };

export default async function TemplateHistoryPage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const view = await openPage(
    { path: addresses.templateHistory(series), series },
    templateHistory(await currentVisitor(), series),
  );
  return (
    <HistoryPage
      key={view.deck.id}
      view={view}
      actions={historyActions(view.deck.id)}
      access={null}
      stage={stageAddress(view.pictures.foreignPictures ? 'foreign' : 'own')}
      madeAt={new Date().toISOString()}
    />
  );
}
