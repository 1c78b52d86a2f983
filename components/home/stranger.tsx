import { LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.home.stranger;

/** The start page for somebody without an account, where nothing is open to everybody. */
export function Stranger() {
  return (
    <Page width="narrow">
      <PageTitle title={words.title} lead={words.text} />
      <LinkButton href={addresses.signIn()} tone="main">
        {messages.frame.person.signIn}
      </LinkButton>
    </Page>
  );
}
