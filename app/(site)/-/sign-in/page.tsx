import type { Metadata } from 'next';
import { mailSignInLinkAction, signInAction } from '#app/accounts/actions.ts';
import type { RouteProps } from '#app/route-props.ts';
import { MailForm } from '#components/account/mail-form.tsx';
import { ProviderButtons } from '#components/account/provider-buttons.tsx';
import { SignInForm } from '#components/account/sign-in-form.tsx';
import { SignInWays } from '#components/account/sign-in-ways.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses, safeNext } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { signInProblem } from '#lib/sign-in-problem.ts';
import { waysToSignIn } from '#server/accounts/ways-to-sign-in.ts';

const words = messages.account;

export const metadata: Metadata = { title: words.signIn.title };

type Query = Awaited<RouteProps['searchParams']>;

/** What has just happened, in a sentence. */
function noticeOf({ problem, out, kept, mailed }: Query): string | null {
  const why = signInProblem(problem);
  if (why !== null) return words.signIn.problems[why];
  if (out !== undefined) return words.signedOut;
  if (kept !== undefined) return words.reset.done;
  if (mailed !== undefined) return mailed === 'reset' ? words.mailed.reset : words.mailed.signIn;
  return null;
}

export default async function SignInPage({ searchParams }: RouteProps) {
  const query = await searchParams;
  const next = safeNext(typeof query['next'] === 'string' ? query['next'] : null) ?? addresses.home();
  const notice = noticeOf(query);
  const { providers, passwords, mail } = waysToSignIn();
  return (
    <Page width="narrow">
      <PageTitle title={words.signIn.title} />
      {notice !== null && (
        <div className="mb-8">
          <Banner>{notice}</Banner>
        </div>
      )}
      <SignInWays>
        {providers.length > 0 && <ProviderButtons providers={providers} next={next} />}
        {passwords && <SignInForm action={signInAction} next={next} mail={mail} />}
        {!passwords && mail && (
          <MailForm
            action={mailSignInLinkAction}
            next={next}
            hint={words.signIn.byMailHint}
            submit={words.signIn.byMail}
            tone="main"
          />
        )}
      </SignInWays>
    </Page>
  );
}
