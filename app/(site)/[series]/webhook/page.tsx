import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { keepWebhookAction, removeWebhookAction, renewSecretAction, testWebhookAction } from '#app/webhooks/actions.ts';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { WebhookPart } from '#components/webhooks/webhook-part.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesPage } from '#server/series/series-page.ts';
import { webhookOf } from '#server/webhooks/manage-webhook.ts';

export const metadata: Metadata = { title: messages.closing.webhook.title };

export default async function SeriesWebhookPage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const visitor = await currentVisitor();
  const place = { path: addresses.webhook(series), series };
  const webhook = await openPage(place, webhookOf(visitor, series));
  const view = await openPage(place, seriesPage(visitor, series));
  return (
    <Page>
      <PageTitle
        above={<SeriesCrumb series={view.series} />}
        title={messages.closing.webhook.title}
        lead={messages.closing.webhook.lead}
      />
      <WebhookPart
        webhook={webhook}
        keep={keepWebhookAction.bind(null, series)}
        renew={renewSecretAction.bind(null, series)}
        remove={removeWebhookAction.bind(null, series)}
        test={testWebhookAction.bind(null, series)}
        madeAt={new Date().toISOString()}
      />
    </Page>
  );
}
