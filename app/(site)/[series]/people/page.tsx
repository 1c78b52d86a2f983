import type { Metadata } from 'next';
import Link from 'next/link';
import { deleteSeriesAction } from '#app/bin/actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { createLinkAction, revokeLinkAction } from '#app/links/actions.ts';
import { openPage } from '#app/open-page.ts';
import { peopleActions } from '#app/people/people-actions.ts';
import { siteOrigin } from '#app/request-frame.ts';
import type { RouteProps } from '#app/route-props.ts';
import { LinksCard } from '#components/links/links-card.tsx';
import { PeoplePage } from '#components/people/people-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { listLinks } from '#server/accounts/links.ts';
import { mailConfigured } from '#server/mail/send-mail.ts';
import { seriesPeople } from '#server/people/series-people.ts';

export const metadata: Metadata = { title: messages.people.title };

export default async function SeriesPeoplePage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const visitor = await currentVisitor();
  const path = addresses.people(series);
  const view = await openPage({ path, series }, seriesPeople(visitor, series, mailConfigured()));
  const site = await siteOrigin();
  return (
    <PeoplePage
      view={view}
      actions={peopleActions(series)}
      site={site}
      madeAt={new Date().toISOString()}
      remove={deleteSeriesAction.bind(null, series)}
      links={
        view.may.manage ? (
          <LinksCard
            links={await listLinks(visitor, series)}
            create={createLinkAction.bind(null, series)}
            revoke={revokeLinkAction.bind(null, series)}
            site={site}
          />
        ) : null
      }
      more={
        <ul className="mb-12 flex flex-col gap-1 text-14">
          <li>
            <Link href={addresses.tokens(series)} className="text-accent underline-offset-4 hover:underline">
              {messages.api.tokens.title}
            </Link>
          </li>
          <li>
            <Link href={addresses.mirror(series)} className="text-accent underline-offset-4 hover:underline">
              {messages.mirror.title}
            </Link>
          </li>
          <li>
            <Link href={addresses.webhook(series)} className="text-accent underline-offset-4 hover:underline">
              {messages.closing.webhook.open}
            </Link>
          </li>
          <li>
            <Link href={addresses.seriesLog(series)} className="text-accent underline-offset-4 hover:underline">
              {messages.people.audit.open}
            </Link>
          </li>
          <li>
            <Link href={addresses.bin(series)} className="text-accent underline-offset-4 hover:underline">
              {messages.bin.open}
            </Link>
          </li>
        </ul>
      }
    />
  );
}
