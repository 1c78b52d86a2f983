import type { Metadata } from 'next';
import { giveSeriesAction } from '#app/admin/actions.ts';
import { binActions } from '#app/bin/bin-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { createTokenAction, revokeTokenAction } from '#app/tokens/actions.ts';
import { AdminPage } from '#components/admin/admin-page.tsx';
import { InstanceBin } from '#components/bin/instance-bin.tsx';
import { TokensPart } from '#components/tokens/tokens-part.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { listApiTokens, tokenOwner } from '#server/api-tokens/manage-tokens.ts';
import { instanceBin } from '#server/bin/bin-pages.ts';
import { adminPage } from '#server/people/admin.ts';

export const metadata: Metadata = { title: messages.admin.title };

export default async function AdministrationPage({ searchParams }: RouteProps) {
  const { find } = await searchParams;
  const search = typeof find === 'string' ? find.trim().slice(0, 120) : '';
  const view = await openPage({ path: addresses.admin() }, adminPage(await currentVisitor(), search));
  const tokens = (
    <TokensPart
      tokens={await listApiTokens(await tokenOwner(await currentVisitor(), null))}
      ofSeries={false}
      create={createTokenAction.bind(null, null)}
      revoke={revokeTokenAction.bind(null, null)}
      madeAt={new Date().toISOString()}
    />
  );
  return (
    <AdminPage
      view={view}
      search={search}
      give={giveSeriesAction}
      bin={<InstanceBin rows={await instanceBin(await currentVisitor())} restore={binActions} />}
      tokens={tokens}
      madeAt={new Date().toISOString()}
    />
  );
}
