import { LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.frame;

/** For an address that leads nowhere, or nowhere that the visitor may know of. */
export function NothingHere({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <Page width="narrow">
      <PageTitle title={words.notFound.title} lead={signedIn ? words.notFound.text : words.notFound.textStranger} />
      <div className="flex flex-wrap gap-2">
        <LinkButton href={addresses.home()} tone="main">
          {words.notFound.home}
        </LinkButton>
        {!signedIn && <LinkButton href={addresses.signIn()}>{words.person.signIn}</LinkButton>}
      </div>
    </Page>
  );
}

/** For something that the visitor knows of but may not open. */
export function NotOpen() {
  return (
    <Page width="narrow">
      <PageTitle title={words.notAllowed.title} lead={words.notAllowed.text} />
      <LinkButton href={addresses.home()} tone="main">
        {words.notFound.home}
      </LinkButton>
    </Page>
  );
}
