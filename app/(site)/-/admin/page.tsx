import type { Metadata } from 'next';
import { giveSeriesAction } from '#app/admin/actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { openPage } from '#app/open-page.ts';
import type { RouteProps } from '#app/route-props.ts';
import { AdminPage } from '#components/admin/admin-page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { adminPage } from '#server/people/admin.ts';

export const metadata: Metadata = { title: messages.admin.title };

export default async function AdministrationPage({ searchParams }: RouteProps) {
  const { find } = await searchParams;
  const search = typeof find === 'string' ? find.trim().slice(0, 120) : '';
  const view = await openPage({ path: addresses.admin() }, adminPage(await currentVisitor(), search));
  return (
    <AdminPage view={view} search={search} give={giveSeriesAction} tokens={null} madeAt={new Date().toISOString()} />
  );
}
