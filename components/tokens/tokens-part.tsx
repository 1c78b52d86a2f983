'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Ago } from '#components/time/ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { addresses } from '#lib/addresses.ts';
import type { TokenView } from '#lib/api/scopes.ts';
import type { FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { TokenForm } from './token-form.tsx';

const words = messages.api.tokens;

/** What making a token answers: itself, which is shown this once, or why not. */
export interface NewToken {
  readonly state: FormState;
  readonly token: string | null;
}

interface TokensPartProps {
  readonly tokens: readonly TokenView[];
  /** False for those of the instance. */
  readonly ofSeries: boolean;
  /** Of a series: the instance's, which count there too. */
  readonly ofInstance?: readonly TokenView[];
  readonly create: (fields: FormData) => Promise<NewToken>;
  /** Answers null, or why not. */
  readonly revoke: (token: string) => Promise<string | null>;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** API tokens: which there are, end one, make one. */
export function TokensPart({ tokens, ofSeries, ofInstance = [], create, revoke, madeAt }: TokensPartProps) {
  const [fresh, setFresh] = useState<string | null>(null);
  const act = useAct();
  const send = async (_before: FormState, fields: FormData): Promise<FormState> => {
    const { state, token } = await create(fields);
    setFresh(token);
    return state;
  };
  return (
    <div className="flex max-w-[44rem] flex-col gap-6 pt-4">
      <p className="text-14 text-soft">
        {ofSeries ? words.lead : words.instanceLead}{' '}
        <Link href={addresses.apiDocs()} className="link-text">
          {words.docs}
        </Link>
      </p>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      {tokens.length === 0 && <p className="text-14 text-soft">{words.none}</p>}
      {tokens.length > 0 && (
        <ul aria-label={words.title} aria-busy={act.pending} className="border-t border-line">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} madeAt={madeAt} onEnd={() => act.run(() => revoke(token.id))} />
          ))}
        </ul>
      )}
      {ofInstance.length > 0 && (
        <p className="text-14 text-soft">
          {words.alsoInstance(ofInstance.map(({ name, scopes }) => `${name} (${scopes.join(', ')})`))}
        </p>
      )}
      {fresh !== null && (
        <div role="status" className="flex flex-col items-start gap-2 border-l-2 border-ink bg-well px-4 py-3">
          <p className="text-14">{words.fresh}</p>
          <p className="font-mono text-12 select-all [overflow-wrap:anywhere]">{fresh}</p>
          <CopyButton text={fresh} label={words.copy} />
        </div>
      )}
      <TokenForm key={fresh ?? 'first'} action={send} />
    </div>
  );
}

interface TokenRowProps {
  readonly token: TokenView;
  readonly madeAt: string;
  readonly onEnd: () => void;
}

function TokenRow({ token, madeAt, onEnd }: TokenRowProps) {
  const { name, scopes, createdBy, expiresAt, lastUsedAt } = token;
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line py-2 text-14">
      <span className="min-w-0">
        <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
        <span className="block text-soft [overflow-wrap:anywhere]">
          {[
            scopes.join(', '),
            ...(createdBy === null ? [] : [words.by(createdBy)]),
            ...(expiresAt === null ? [] : [messages.people.invited.until(messages.deck.day(expiresAt.slice(0, 10)))]),
          ].join(' · ')}
          {' · '}
          {lastUsedAt === null ? (
            words.neverUsed
          ) : (
            <Ago at={lastUsedAt} timeZone="UTC" madeAt={madeAt} say={words.used} />
          )}
        </span>
      </span>
      <Confirm
        trigger={<Button aria-label={words.endLabel(name)}>{words.end}</Button>}
        title={words.endTitle(name)}
        text={words.endText}
        yes={words.end}
        no={words.keep}
        onYes={onEnd}
      />
    </li>
  );
}
