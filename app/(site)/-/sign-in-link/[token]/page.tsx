import type { Metadata } from 'next';
import { signInByLinkAction } from '#app/accounts/actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { LinkSignInForm } from '#components/account/link-sign-in-form.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses, safeNext } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { signInLinkName } from '#server/accounts/sign-in-links.ts';

const words = messages.account.signInLink;

export const metadata: Metadata = { title: messages.account.signIn.title, referrer: 'no-referrer' };

export default async function SignInLinkPage({ params, searchParams }: RouteProps<'token'>) {
  const [{ token }, { next }] = await Promise.all([params, searchParams]);
  const name = await signInLinkName(token);
  const after = safeNext(typeof next === 'string' ? next : null) ?? addresses.home();
  return (
    <Page width="narrow">
      <PageTitle
        title={name === null ? words.gone : words.title(name)}
        lead={name === null ? words.goneText : words.lead}
      />
      {name === null ? (
        <LinkButton href={addresses.signIn()}>{messages.account.signIn.title}</LinkButton>
      ) : (
        <LinkSignInForm action={signInByLinkAction.bind(null, token, after)} name={name} />
      )}
    </Page>
  );
}
