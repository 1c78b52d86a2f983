import type { Metadata } from 'next';
import { signInAction } from '#app/accounts/actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { SignInForm } from '#components/account/sign-in-form.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses, safeNext } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

export const metadata: Metadata = { title: messages.account.signIn.title };

export default async function SignInPage({ searchParams }: RouteProps) {
  const { next, out, kept } = await searchParams;
  const wanted = typeof next === 'string' ? next : null;
  return (
    <Page width="narrow">
      <PageTitle title={messages.account.signIn.title} />
      {(out !== undefined || kept !== undefined) && (
        <div className="mb-8">
          <Banner>{out === undefined ? messages.account.reset.done : messages.account.signedOut}</Banner>
        </div>
      )}
      <SignInForm action={signInAction} next={safeNext(wanted) ?? addresses.home()} />
    </Page>
  );
}
