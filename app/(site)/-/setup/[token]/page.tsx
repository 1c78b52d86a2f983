import type { Metadata } from 'next';
import { setupAction } from '#app/accounts/actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { SetupForm } from '#components/account/setup-form.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { isSetupToken } from '#server/accounts/create-account.ts';
import { waysToSignIn } from '#server/accounts/ways-to-sign-in.ts';

const words = messages.account.setup;

export const metadata: Metadata = { title: words.title, referrer: 'no-referrer' };

export default async function SetupPage({ params }: RouteProps<'token'>) {
  const { token } = await params;
  const good = await isSetupToken(token);
  return (
    <Page width="narrow">
      <PageTitle title={good ? words.title : words.gone} lead={good ? words.lead : words.goneText} />
      {good ? (
        <SetupForm action={setupAction.bind(null, token)} passwords={waysToSignIn().passwords} />
      ) : (
        <LinkButton href={addresses.signIn()}>{messages.account.signIn.title}</LinkButton>
      )}
    </Page>
  );
}
