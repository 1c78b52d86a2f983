import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { createTokenAction, revokeTokenAction } from '#app/tokens/actions.ts';
import { SeriesCrumb } from '#components/series/series-crumb.tsx';
import { TokensPart } from '#components/tokens/tokens-part.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { listApiTokens, tokenOwner } from '#server/api-tokens/manage-tokens.ts';
import { seriesPage } from '#server/series/series-page.ts';

export const metadata: Metadata = { title: messages.api.tokens.title };

export default async function SeriesTokensPage({ params }: RouteProps<'series'>) {
  const { series } = await params;
  const visitor = await currentVisitor();
  const place = { path: addresses.tokens(series), series };
  const owner = await openPage(place, tokenOwner(visitor, series));
  const view = await openPage(place, seriesPage(visitor, series));
  return (
    <Page>
      <PageTitle above={<SeriesCrumb series={view.series} />} title={messages.api.tokens.title} />
      <TokensPart
        tokens={await listApiTokens(owner)}
        ofSeries
        ofInstance={await listApiTokens({ seriesId: null, personId: null })}
        create={createTokenAction.bind(null, series)}
        revoke={revokeTokenAction.bind(null, series)}
        madeAt={new Date().toISOString()}
      />
    </Page>
  );
}
