'use client';

import { Button, LinkButton } from '#components/ui/button.tsx';
import { Page, PageTitle } from '#components/ui/page.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.frame;

interface FailureProps {
  /** What was thrown; on the server's errors `digest` is the number that its log has too. */
  readonly error: unknown;
  readonly retry: () => void;
}

/** Says that a page could not be made, what that means for saved work, and what to do. */
export function Failure({ error, retry }: FailureProps) {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : null;
  return (
    <Page width="narrow">
      <PageTitle title={words.failed.title} lead={words.failed.text} />
      <div className="flex flex-wrap gap-2">
        <Button tone="main" onClick={retry}>
          {words.failed.again}
        </Button>
        <LinkButton href={addresses.home()}>{words.notFound.home}</LinkButton>
      </div>
      {digest !== null && <p className="mt-8 font-mono text-12 text-soft">{words.failed.number(digest)}</p>}
    </Page>
  );
}
