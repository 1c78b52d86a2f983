import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { mailResetAction } from '#app/accounts/actions.ts';
import { MailForm } from '#components/account/mail-form.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { waysToSignIn } from '#server/accounts/ways-to-sign-in.ts';

const words = messages.account.forgot;

export const metadata: Metadata = { title: words.title };

export default function ForgotPage() {
  const { passwords, mail } = waysToSignIn();
  if (!passwords || !mail) notFound();
  return (
    <Page width="narrow">
      <PageTitle title={words.title} lead={words.lead} />
      <MailForm
        action={mailResetAction}
        next={addresses.home()}
        submit={words.submit}
        tone="main"
        beside={
          <Link href={addresses.signIn()} className="link-text inline-flex min-h-11 items-center text-14">
            {words.back}
          </Link>
        }
      />
    </Page>
  );
}
