import type { Metadata } from 'next';
import { LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.account.link;

export const metadata: Metadata = { title: words.gone };

export default function LinkGonePage() {
  return (
    <Page width="narrow">
      <PageTitle title={words.gone} lead={words.goneText} />
      <LinkButton href={addresses.home()}>{messages.frame.notFound.home}</LinkButton>
    </Page>
  );
}
