import type { Metadata } from 'next';
import { resetAction } from '#app/accounts/actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { ResetForm } from '#components/account/reset-form.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.account.reset.title, referrer: 'no-referrer' };

export default async function ResetPage({ params }: RouteProps<'token'>) {
  const { token } = await params;
  return (
    <Page width="narrow">
      <PageTitle title={messages.account.reset.title} />
      <ResetForm action={resetAction.bind(null, token)} />
    </Page>
  );
}
